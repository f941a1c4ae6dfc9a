package avatar.launcher.broker;

import avatar.contract.speech.Topics;
import avatar.launcher.process.ChildProcess;
import avatar.launcher.process.LaunchException;
import avatar.launcher.process.LogFile;
import avatar.launcher.process.Ports;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A running Kafka broker of one node with the system's topics, reached over the loopback address. */
public final class BrokerProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);
    /** For a segment file of records, whose size is 64 MB at most. */
    private static final long ROOM = 64 << 20;

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    /** Options for a broker that serves this system only; the reasons are in the module's README. */
    private static final List<String> JVM = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.SimpleFormatter.format=%4$s %2$s: %5$s%6$s%n");

    private final int port;
    private final LogFile log;
    private final ChildProcess process;

    private BrokerProcess(int port, LogFile log, ChildProcess process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a broker and returns when it answers.
     *
     * @param dataFolder of its log and its records, those of an earlier run included; created if absent
     * @param port that it listens on; 0 takes a free one
     * @throws LaunchException with the end of its output, if it does not get ready
     */
    public static BrokerProcess start(Path dataFolder, int port) {
        BrokerProcess broker =
                launch(dataFolder.resolve("kafka"), port, LogFile.fresh(dataFolder.resolve("broker.log")), List.of());
        try {
            broker.awaitReady();
            return broker;
        } catch (LaunchException e) {
            broker.close();
            throw e;
        }
    }

    /**
     * Starts a broker without waiting for it; otherwise as {@link #start}.
     *
     * @param jvmOptions besides its own
     */
    public static BrokerProcess launch(Path recordsFolder, int port, LogFile log, List<String> jvmOptions) {
        int chosen = port == 0 ? Ports.free() : port;
        return new BrokerProcess(
                chosen, log, ChildProcess.start("kafka", command(recordsFolder, chosen, jvmOptions), log));
    }

    /** What to say where too little of the disk is free for a broker with this folder; empty where it can run. */
    public static Optional<String> lackOfRoom(Path recordsFolder) {
        try {
            long free = Files.getFileStore(recordsFolder).getUsableSpace();
            return free >= ROOM
                    ? Optional.empty()
                    : Optional.of("the disk of %s is full; found %d MB free, expected %d"
                            .formatted(recordsFolder, free >> 20, ROOM >> 20));
        } catch (IOException e) {
            return Optional.empty(); // its start will say why
        }
    }

    /**
     * Waits until it answers clients.
     *
     * @throws LaunchException with the end of its output, if it ended or takes too long
     */
    public void awaitReady() {
        long start = System.nanoTime();
        while (!log.hasLine(Broker.READY)) {
            if (process.endsWithin(POLL)) {
                throw process.failure();
            }
            if (System.nanoTime() - start > START_TIMEOUT.toNanos()) {
                throw new LaunchException(
                        "kafka was not ready within %d s; %s".formatted(START_TIMEOUT.toSeconds(), log.tail()));
            }
        }
    }

    /** The jar of its main class, or the folder that it was compiled to. */
    public static Path program() {
        return locationOf(Broker.class);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.stop(STOP_TIMEOUT);
    }

    private static List<String> command(Path folder, int port, List<String> jvmOptions) {
        Path classes = program();
        Path libraries = classes.resolveSibling("lib");
        if (!Files.isDirectory(libraries)) {
            throw new LaunchException("kafka can't be started: its libraries are expected in %s; build module launcher"
                    .formatted(libraries));
        }
        String classPath = String.join(
                File.pathSeparator,
                classes.toString(),
                // In the tests of this build the libraries are without it.
                locationOf(Topics.class).toString(),
                libraries.resolve("*").toString());
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> program = Stream.of(
                "-cp", classPath, "avatar.launcher.broker.Broker", folder.toString(), "" + port, "" + Ports.free());
        return Stream.of(java, JVM.stream(), jvmOptions.stream(), program, Topics.ALL.stream())
                .flatMap(part -> part)
                .toList();
    }

    /** The jar or folder that a class comes from. */
    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Every class path entry has a path", e);
        }
    }
}

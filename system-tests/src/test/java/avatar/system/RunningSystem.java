package avatar.system;

import avatar.contract.api.Management;
import avatar.contract.bundle.AvatarBundle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The complete system as {@code avatar up} starts it, on ports of its own, with the default avatar; one for all test
 * classes that ask for it.
 */
final class RunningSystem implements AutoCloseable {

    static final Path ROOT =
            Path.of(System.getProperty("avatar.root", "..")).toAbsolutePath().normalize();

    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 32_000;

    /** Behind the page, the services and their replicas. */
    private static final int BROKER_OFFSET = 9;

    private static final String READY = "Live Avatar speaks at ";
    private static final Path DATA = ROOT.resolve("system-tests/target/data");

    private final Process launcher;
    private final Path data;
    private final int port;
    private final int brokerPort;
    private final @Nullable TraceCollector traces;

    /**
     * Starts a system without traces.
     *
     * @param data its folder
     * @param options of {@code up} beside ports and folder
     */
    RunningSystem(Path data, String... options) throws IOException {
        this(data, null, options);
    }

    private RunningSystem(Path data, @Nullable TraceCollector traces, String... options) throws IOException {
        this.data = data;
        this.traces = traces;
        this.port = freePorts();
        this.brokerPort = port + BROKER_OFFSET;
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path target = ROOT.resolve("launcher/target");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-Xmx64m",
                "-Davatar.root=" + ROOT,
                "-cp",
                target.resolve("launcher-1.0.0-SNAPSHOT.jar") + ":" + target.resolve("lib") + "/*",
                "avatar.launcher.Main",
                "up",
                "--port=" + port,
                "--broker-port=" + brokerPort,
                "--data=" + data,
                "--no-aot"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Texts of tests are spoken on this machine.
        builder.environment().put("AVATAR_TTS_EDGE_ENABLED", "false");
        if (traces != null) {
            builder.environment()
                    .put("OTEL_EXPORTER_OTLP_ENDPOINT", traces.address().toString());
        }
        this.launcher = builder.start();
        awaitReady();
    }

    private void awaitReady() throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader output = launcher.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith(READY)) {
                Thread.startVirtualThread(() -> drain(output));
                return;
            }
        }
        throw new IllegalStateException("The system did not start:\n" + String.join("\n", said));
    }

    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // What a system that ends says is in its logs, too.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The processes of a service, or of {@code kafka}, that run now, the youngest last. */
    List<ProcessHandle> processes(String service) {
        String mark = service.equals("kafka") ? "avatar.launcher.broker.Broker" : "/" + service + "/target/";
        return launcher.descendants()
                .filter(child -> commandLine(child).contains(mark))
                .filter(child -> commandLine(child).contains("java"))
                .sorted(Comparator.comparing(
                        child -> child.info().startInstant().orElse(Instant.EPOCH)))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    String bootstrapServers() {
        return "127.0.0.1:" + brokerPort;
    }

    /** What its services record; null where nobody collects it. */
    @Nullable
    TraceCollector traces() {
        return traces;
    }

    Path data() {
        return data;
    }

    AvatarBundle avatar() {
        return AvatarBundle.open(avatars().resolve("default"));
    }

    /** Where avatars and uploads lie. */
    static Path avatars() {
        return DATA.resolve("avatars");
    }

    /** Where a test leaves pictures for people to look at. */
    static Path picture(String name) throws IOException {
        return Files.createDirectories(ROOT.resolve("system-tests/target/pictures"))
                .resolve(name);
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
                throw new IllegalStateException("The system did not stop within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (traces != null) {
            traces.close();
        }
    }

    /** The first of ten free ports in a row: the page's and those of the services and their replicas. */
    private static int freePorts() {
        for (int attempt = 0; attempt < 50; attempt++) {
            int first = somePort();
            if (IntStream.range(0, 10)
                    .allMatch(offset -> isFree(first + offset) && isFree(first + offset + Management.PORT_OFFSET))) {
                return first;
            }
        }
        throw new IllegalStateException("No ten free ports in a row");
    }

    /**
     * Below those that the operating system gives to outgoing connections: one of a client could take the port of a
     * service that is started again, even by connecting to itself.
     */
    private static int somePort() {
        return ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Gives the one running system to every test that has a parameter for it; stops it after the last test. */
    static final class Extension implements BeforeAllCallback, ParameterResolver {

        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Extension.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            running(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningSystem.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return running(context);
        }

        private static RunningSystem running(ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent("system", key -> started(), RunningSystem.class);
        }

        private static RunningSystem started() {
            try {
                return new RunningSystem(DATA, new TraceCollector());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

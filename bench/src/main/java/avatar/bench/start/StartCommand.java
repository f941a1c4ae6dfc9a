package avatar.bench.start;

import avatar.bench.command.BenchException;
import avatar.bench.command.JsonOutput;
import avatar.bench.command.SampleCount;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avatar bench start}: starts the system again and again, with AOT caches and without. */
@Command(
        name = "start",
        description = {
            "Measures the start of the system and its first texts, with AOT caches and without, by turns.",
            "Makes the caches first; uses ports of its own."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class StartCommand implements Callable<Integer> {

    private static final double LEAST_RATIO = 2;
    private static final Duration MOST_TO_FIRST_MOUTH = Duration.ofMillis(400);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private SampleCount samples = new SampleCount(5);

    @Option(
            names = "--port",
            defaultValue = "18300",
            description = "The port of the page; the services take the next ones (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--broker-port",
            defaultValue = "18392",
            description = "The port of Kafka (default: ${DEFAULT-VALUE}).")
    private int brokerPort;

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Installation installation = new Installation(Path.of(System.getProperty("avatar.root", ".")), port, brokerPort);
        out.println("Making the AOT caches");
        installation.train();
        List<StartSample> cached = new ArrayList<>();
        List<StartSample> plain = new ArrayList<>();
        // The first run loads the code of this program, which is not what is measured.
        measure(installation, "with", 0, List.of());
        for (int i = 1; i <= samples.count(); i++) {
            cached.add(measure(installation, "with", i, List.of()));
            plain.add(measure(installation, "without", i, List.of("--no-aot")));
        }
        StartReport report = new StartReport(load, megabytes(installation.root()), cached, plain);
        out.print(report.table());
        out.flush();
        json.write(report);
        return report.ratioToFirstFrame() >= LEAST_RATIO && report.firstMouth().compareTo(MOST_TO_FIRST_MOUTH) <= 0
                ? 0
                : 1;
    }

    private StartSample measure(Installation installation, String kind, int number, List<String> options) {
        StartSample sample = new StartRun(installation).measure(options);
        spec.commandLine()
                .getOut()
                .println("%d/%d %s caches: first frame %d ms, first mouth %d ms"
                        .formatted(
                                number,
                                samples.count(),
                                kind,
                                sample.firstFrame().toMillis(),
                                sample.mouths().getFirst().toMillis()));
        return sample;
    }

    private static long megabytes(Path root) {
        PathMatcher isCache = FileSystems.getDefault().getPathMatcher("glob:**/target/**.aot");
        try (Stream<Path> files = Files.find(root, 4, (path, _) -> isCache.matches(path))) {
            return files.mapToLong(StartCommand::size).sum() / 1_000_000;
        } catch (IOException e) {
            throw new BenchException("%s can't be searched for AOT caches: %s".formatted(root, e), e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new BenchException("%s can't be read: %s".formatted(file, e), e);
        }
    }
}

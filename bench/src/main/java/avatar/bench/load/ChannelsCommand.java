package avatar.bench.load;

import avatar.bench.command.JsonOutput;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avatar bench channels}: measures how many channels can speak at once. */
@Command(
        name = "channels",
        description = "Measures how regularly frames arrive while many channels speak, with one viewer each.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ChannelsCommand implements Callable<Integer> {

    private static final double LEAST_FPS = 29;
    private static final double MOST_INTERVAL_MILLIS = 50;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--channels",
            split = ",",
            defaultValue = "1,10,25,50,100",
            description = "Numbers of channels, one row each (default: ${DEFAULT-VALUE}).")
    private List<Integer> counts = List.of();

    @Mixin
    private LoadTarget target = new LoadTarget();

    @Mixin
    private JsonOutput json = new JsonOutput();

    /** @param loadBefore load average of the machine in the minute before */
    private record Report(double loadBefore, List<LoadRow> rows) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        List<LoadRow> rows = new ArrayList<>();
        Compositors compositors = target.compositors();
        try (Speakers speakers = target.speakers();
                LoadRun run = target.run(compositors, speakers)) {
            out.printf("Every channel speaks and has one viewer; load before %.2f%n", load);
            out.print(LoadRow.head());
            for (int count : counts) {
                LoadRow row = run.measure(count, 1, 0);
                rows.add(row);
                out.print(row.line());
                out.flush();
            }
        }
        json.write(new Report(load, rows));
        return rows.stream().allMatch(row -> row.leastFps() >= LEAST_FPS && row.p99() <= MOST_INTERVAL_MILLIS) ? 0 : 1;
    }
}

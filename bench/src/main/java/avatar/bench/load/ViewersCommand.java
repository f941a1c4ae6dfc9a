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

/** {@code avatar bench viewers}: measures how many viewers a channel can have. */
@Command(
        name = "viewers",
        description =
                "Measures how regularly frames arrive at many viewers of a speaking channel, one of which never reads.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ViewersCommand implements Callable<Integer> {

    private static final int STUCK = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--viewers",
            split = ",",
            defaultValue = "1,10,100,300,999",
            description =
                    "Numbers of viewers, besides the one that never reads, one row each (default: ${DEFAULT-VALUE}).")
    private List<Integer> counts = List.of();

    @Mixin
    private LoadTarget target = new LoadTarget();

    @Mixin
    private JsonOutput json = new JsonOutput();

    /**
     * A row of the report.
     *
     * @param rawMegabytesPerSecond of plain sockets over loopback, in parts of the same size to as many viewers
     */
    private record Row(LoadRow load, double rawMegabytesPerSecond) {}

    /** @param loadBefore load average of the machine in the minute before */
    private record Report(double loadBefore, List<Row> rows) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        List<Row> rows = new ArrayList<>();
        Compositors compositors = target.compositors();
        try (Speakers speakers = target.speakers();
                LoadRun run = target.run(compositors, speakers)) {
            out.printf("One channel speaks, one additional viewer never reads; load before %.2f%n", load);
            out.print(LoadRow.head());
            for (int count : counts) {
                LoadRow row = run.measure(1, count, STUCK);
                int partBytes = (int) (row.megabytesPerSecond() * 1e6 / Math.max(1, row.medianFps() * count));
                double raw = RawLoopback.megabytesPerSecond(count, partBytes);
                rows.add(new Row(row, raw));
                out.print(row.line());
                out.printf("%18s %.0f MB/s with plain sockets, in parts of %d KB%n", "", raw, partBytes / 1000);
                out.flush();
            }
        }
        json.write(new Report(load, rows));
        return 0;
    }
}

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

/** {@code avatar bench viewers}: how many can watch a channel. */
@Command(
        name = "viewers",
        description =
                "Measures how evenly frames come to so many viewers of a speaking channel, of whom one never reads.",
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
            description = "How many beside the one who never reads, one row each (default: ${DEFAULT-VALUE}).")
    private List<Integer> counts = List.of();

    @Mixin
    private LoadTarget target = new LoadTarget();

    @Mixin
    private JsonOutput json = new JsonOutput();

    /**
     * A row.
     *
     * @param rawMegabytesPerSecond that two plain sockets' threads pass over loopback, in parts of the same size to as many
     *     viewers
     */
    private record Row(LoadRow load, double rawMegabytesPerSecond) {}

    /** @param loadBefore of the machine, in the minute before */
    private record Report(double loadBefore, List<Row> rows) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        List<Row> rows = new ArrayList<>();
        Compositor compositor = target.compositor();
        try (Speakers speakers = target.speakers();
                LoadRun run = target.run(compositor, speakers)) {
            out.printf("One channel speaks, one viewer more than told never reads; load before %.2f%n", load);
            out.print(LoadRow.head());
            for (int count : counts) {
                LoadRow row = run.measure(1, count, STUCK);
                int partBytes = (int) (row.megabytesPerSecond() * 1e6 / Math.max(1, row.medianFps() * count));
                double raw = RawLoopback.megabytesPerSecond(count, partBytes);
                rows.add(new Row(row, raw));
                out.print(row.line());
                out.printf("%18s %.0f MB/s is what plain sockets pass in parts of %d KB%n", "", raw, partBytes / 1000);
                out.flush();
            }
        }
        json.write(new Report(load, rows));
        return 0;
    }
}

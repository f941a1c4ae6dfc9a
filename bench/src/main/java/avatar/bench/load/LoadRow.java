package avatar.bench.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The frames that a number of channels and viewers received, and their cost.
 *
 * @param viewers of all channels, without those that never read
 * @param leastFps of the viewer with the fewest frames
 * @param p50 of the times between one frame and the next, of all viewers, in milliseconds
 * @param spokenShare of the frames
 * @param megabytesPerSecond of pictures, to all viewers
 * @param serverCores processors the compositor kept busy
 * @param clientCores processors this measurement kept busy
 * @param serverMegabytes heap and direct buffers of the compositor in use afterwards
 */
record LoadRow(
        int channels,
        int viewers,
        double leastFps,
        double medianFps,
        double p50,
        double p99,
        double max,
        double spokenShare,
        double megabytesPerSecond,
        double serverCores,
        double clientCores,
        long serverMegabytes) {

    /** The processor time used in an interval. */
    record Cost(Duration time, Duration server, Duration client, long serverBytes) {}

    static LoadRow of(int channels, List<Tally> tallies, Cost cost) {
        double seconds = cost.time().toNanos() / 1e9;
        double[] fps = tallies.stream()
                .mapToDouble(tally -> tally.frames() / seconds)
                .sorted()
                .toArray();
        long[] intervals = tallies.stream()
                .flatMapToLong(tally -> Arrays.stream(tally.intervals()))
                .sorted()
                .toArray();
        long frames = tallies.stream().mapToLong(Tally::frames).sum();
        return new LoadRow(
                channels,
                tallies.size(),
                fps[0],
                fps[fps.length / 2],
                millisAt(intervals, 0.5),
                millisAt(intervals, 0.99),
                millisAt(intervals, 1),
                (double) tallies.stream().mapToLong(Tally::spoken).sum() / Math.max(1, frames),
                tallies.stream().mapToLong(Tally::bytes).sum() / seconds / 1e6,
                cost.server().toNanos() / 1e9 / seconds,
                cost.client().toNanos() / 1e9 / seconds,
                cost.serverBytes() >> 20);
    }

    /** The value that this share does not exceed, by nearest rank. */
    private static double millisAt(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    static String head() {
        return "channels  viewers  fps least  median  interval p50   p99    max ms  spoken"
                + "   MB/s  cores: server  client  server MB%n".formatted();
    }

    String line() {
        return "%8d %8d %10.1f %7.1f %13.1f %5.1f %9.1f %6.0f%% %6.0f %14.2f %7.2f %10d%n"
                .formatted(
                        channels,
                        viewers,
                        leastFps,
                        medianFps,
                        p50,
                        p99,
                        max,
                        100 * spokenShare,
                        megabytesPerSecond,
                        serverCores,
                        clientCores,
                        serverMegabytes);
    }
}

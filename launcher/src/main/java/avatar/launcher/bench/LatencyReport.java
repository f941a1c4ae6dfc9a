package avatar.launcher.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a measurement.
 *
 * @param asked how many utterances were asked for
 * @param measured of how many the mouth was seen to move
 * @param total and the rest: the parts of {@link Sample}; null if no sample has it
 */
record LatencyReport(
        URI url,
        int asked,
        int measured,
        @Nullable Spread total,
        @Nullable Spread answered,
        @Nullable Spread taken,
        @Nullable Spread spoken,
        List<Sample> samples) {

    static LatencyReport of(URI url, int asked, List<Sample> samples) {
        return new LatencyReport(
                url,
                asked,
                samples.size(),
                spread(samples, Sample::total),
                spread(samples, Sample::answered),
                spread(samples, Sample::taken),
                spread(samples, Sample::spoken),
                samples);
    }

    /** For people, each line ended. */
    String table() {
        return "From the text to the first frame with a moved mouth, n = %d of %d at %s%n"
                        .formatted(measured, asked, url)
                + "%-36s %8s %8s %8s %8s%n".formatted("milliseconds", "median", "p95", "min", "max")
                + line("total", total)
                + line("request answered", answered)
                + line("accepted -> synthesizing", taken)
                + line("synthesizing -> speaking", spoken);
    }

    private static String line(String name, @Nullable Spread spread) {
        return spread == null
                ? "%-36s %8s%n".formatted(name, "unknown")
                : "%-36s %8d %8d %8d %8d%n"
                        .formatted(
                                name,
                                spread.median().toMillis(),
                                spread.p95().toMillis(),
                                spread.min().toMillis(),
                                spread.max().toMillis());
    }

    private static @Nullable Spread spread(List<Sample> samples, Function<Sample, @Nullable Duration> part) {
        List<Duration> sorted = samples.stream()
                .flatMap(sample -> Stream.ofNullable(part.apply(sample)))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return sorted.isEmpty() ? null : Spread.ofSorted(sorted);
    }

    /** How durations are spread; percentiles by nearest rank. */
    record Spread(Duration median, Duration p95, Duration min, Duration max) {

        static Spread ofSorted(List<Duration> sorted) {
            return new Spread(rank(sorted, 0.50), rank(sorted, 0.95), sorted.getFirst(), sorted.getLast());
        }

        private static Duration rank(List<Duration> sorted, double share) {
            return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        }
    }
}

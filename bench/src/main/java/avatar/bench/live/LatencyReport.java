package avatar.bench.live;

import avatar.bench.command.Spread;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of {@link LatencyRun}.
 *
 * @param asked how many utterances were requested
 * @param measured in how many the mouth moved
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

    /** A readable table, each line with its line break. */
    String table() {
        return "From the text to the first frame with a moved mouth, n = %d of %d at %s%n"
                        .formatted(measured, asked, url)
                + Spread.head()
                + line("total", total)
                + line("request answered", answered)
                + line("accepted -> synthesizing", taken)
                + line("synthesizing -> speaking", spoken);
    }

    private static String line(String name, @Nullable Spread spread) {
        return spread == null ? "%-36s %8s%n".formatted(name, "unknown") : spread.row(name);
    }

    private static @Nullable Spread spread(List<Sample> samples, Function<Sample, @Nullable Duration> part) {
        List<Duration> durations = samples.stream()
                .flatMap(sample -> Stream.ofNullable(part.apply(sample)))
                .filter(Objects::nonNull)
                .toList();
        return durations.isEmpty() ? null : Spread.of(durations);
    }
}

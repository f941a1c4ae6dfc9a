package avatar.bench.start;

import avatar.bench.command.Spread;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * The starts of one kind beside those of the other, measured by turns.
 *
 * @param cacheMegabytes what the AOT caches take on disk, in MB of 10^6 bytes
 */
record StartReport(double loadBefore, long cacheMegabytes, List<StartSample> cached, List<StartSample> plain) {

    /** How many times less of the processors a start with caches takes until the first frame, by the medians. */
    double ratioToFirstFrame() {
        return median(plain, StartSample::cpuOfFirstFrame).toMillis()
                / (double) median(cached, StartSample::cpuOfFirstFrame).toMillis();
    }

    /** The median time from the first text after a start with caches to the first frame with a moved mouth. */
    Duration firstMouth() {
        return median(cached, sample -> sample.mouths().getFirst());
    }

    /** A readable table, each line with its line break. */
    String table() {
        StringBuilder table = new StringBuilder();
        table.append("Medians of %d starts each, by turns; load before %.2f; AOT caches take %d MB%n"
                .formatted(cached.size(), loadBefore, cacheMegabytes));
        table.append("%-52s %12s %8s%n".formatted("milliseconds", "with caches", "without"));
        row(table, "first frame", StartSample::firstFrame);
        row(table, "first frame, CPU of all processes", StartSample::cpuOfFirstFrame);
        row(table, "ready", StartSample::ready);
        row(table, "ready, CPU of all processes", StartSample::cpuOfReady);
        for (int i = 0; i < cached.getFirst().mouths().size(); i++) {
            int text = i;
            row(
                    table,
                    "text %d to the first moved mouth".formatted(i + 1),
                    sample -> sample.mouths().get(text));
        }
        return table.append("CPU to the first frame: %.1f times less with caches%n".formatted(ratioToFirstFrame()))
                .toString();
    }

    private void row(StringBuilder table, String name, Function<StartSample, Duration> part) {
        table.append("%-52s %12d %8d%n"
                .formatted(
                        name,
                        median(cached, part).toMillis(),
                        median(plain, part).toMillis()));
    }

    private static Duration median(List<StartSample> samples, Function<StartSample, Duration> part) {
        return Spread.of(samples.stream().map(part).toList()).median();
    }
}

package avatar.bench.command;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The distribution of durations; percentiles by nearest rank. */
public record Spread(Duration median, Duration p95, Duration min, Duration max) {

    /**
     * The distribution of at least one duration.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Spread of(Collection<Duration> durations) {
        if (durations.isEmpty()) {
            throw new IllegalArgumentException("A spread needs at least one duration");
        }
        List<Duration> sorted = durations.stream().sorted().toList();
        return new Spread(rank(sorted, 0.50), rank(sorted, 0.95), sorted.getFirst(), sorted.getLast());
    }

    /** The head line of a table of {@link #row rows}, with its line break. */
    public static String head() {
        return "%-36s %8s %8s %8s %8s%n".formatted("milliseconds", "median", "p95", "min", "max");
    }

    /** A row of a readable table, with its line break. */
    public String row(String name) {
        return "%-36s %8d %8d %8d %8d%n"
                .formatted(name, median.toMillis(), p95.toMillis(), min.toMillis(), max.toMillis());
    }

    private static Duration rank(List<Duration> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}

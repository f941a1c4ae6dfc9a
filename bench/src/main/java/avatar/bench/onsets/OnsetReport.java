package avatar.bench.onsets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The distance of the cues' onsets from the sounds of the engine.
 *
 * @param sounds how many sounds of the sentences were compared
 * @param missing those without a cue of their viseme at their start
 * @param median over the sentences, in seconds
 * @param p95 likewise
 * @param minutes the median error of each minute of one long text, in seconds
 */
record OnsetReport(
        String voice, int sentences, int sounds, int missing, double median, double p95, List<Double> minutes) {

    /** The bar. */
    static final double MOST = 0.010;

    OnsetReport {
        minutes = List.copyOf(minutes);
    }

    static OnsetReport of(String voice, List<OnsetTrack> sentences, OnsetTrack longText) {
        List<Double> errors =
                sentences.stream().flatMap(track -> track.errors().stream()).toList();
        return new OnsetReport(
                voice,
                sentences.size(),
                errors.size(),
                (int) errors.stream().filter(error -> error.isInfinite()).count(),
                rank(errors, 0.5),
                rank(errors, 0.95),
                minutes(longText));
    }

    /** An incomplete minute belongs to the one before. */
    private static List<Double> minutes(OnsetTrack track) {
        long count = Math.max(1, track.duration().dividedBy(Duration.ofMinutes(1)));
        List<Double> minutes = new ArrayList<>();
        for (int minute = 0; minute < count; minute++) {
            double end = minute == count - 1 ? Double.POSITIVE_INFINITY : 60.0 * (minute + 1);
            minutes.add(rank(track.errors(60.0 * minute, end), 0.5));
        }
        return minutes;
    }

    /** The error of the last minute minus that of the first, in seconds. */
    double drift() {
        return minutes.getLast() - minutes.getFirst();
    }

    boolean isAtBar() {
        return median <= MOST && minutes.stream().allMatch(minute -> minute <= MOST);
    }

    /** A readable table, each line with its line break. */
    String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, onset of cues against the engine's own sounds%n%-44s %8s%n%-44s %8.1f%n%-44s %8.1f%n%-44s %8d%n",
                voice,
                "milliseconds",
                "",
                "median of %d sounds in %d sentences".formatted(sounds, sentences),
                1000 * median,
                "p95",
                1000 * p95,
                "sounds without a cue of their viseme",
                missing));
        for (int minute = 0; minute < minutes.size(); minute++) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-44s %8.1f%n",
                    "long text, median of minute %d".formatted(minute + 1),
                    1000 * minutes.get(minute)));
        }
        return table.append(String.format(Locale.ROOT, "%-44s %8.1f%n", "drift, last minute - first", 1000 * drift()))
                .toString();
    }

    private static double rank(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}

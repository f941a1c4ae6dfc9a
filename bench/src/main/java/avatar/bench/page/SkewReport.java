package avatar.bench.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The skew between sound and lips in milliseconds; positive: the sound is ahead.
 *
 * @param rows the first is of sentences one by one; those after it of one long text, minute by minute
 */
record SkewReport(URI url, String voice, List<Row> rows) {

    /** The bar for p95, either way: below what viewers notice (ITU-R BT.1359: 45 ms ahead, 125 ms behind). */
    private static final double BAR = 20;

    /** The bar for the drift. */
    private static final double DRIFT = 5;

    /** Whether all rows are at the bar, and the long text does not drift. */
    boolean isAtBar() {
        return rows.stream().allMatch(row -> row.p95() <= BAR) && Math.abs(drift()) <= DRIFT;
    }

    /** The change from the first to the last minute of the long text. */
    double drift() {
        return rows.size() < 3 ? 0 : rows.getLast().median() - rows.get(1).median();
    }

    /** A readable table, each line with its line break. */
    String table() {
        StringBuilder table = new StringBuilder(
                "Sound ahead of the lips, milliseconds, as the page at %s plays them; %s%n".formatted(url, voice));
        table.append("%-24s %8s %8s %8s %8s %8s%n".formatted("", "frames", "median", "p95 of +-", "least", "most"));
        rows.forEach(row -> table.append(row.line()));
        return table.append(
                        "bar: p95 %.0f ms; drift of the long text %+.1f ms (bar %.0f)%n".formatted(BAR, drift(), DRIFT))
                .toString();
    }

    /**
     * The skew of some frames.
     *
     * @param p95 of the skew, either way
     */
    record Row(String name, int frames, double median, double p95, double least, double most) {

        private static final double MINUTE = 60;
        private static final double SHORTEST_MINUTE = 30;

        static Row of(String name, List<DrawnFrame> drawn) {
            double frameSeconds = frameSeconds(drawn);
            double[] skews = drawn.stream()
                    .mapToDouble(frame -> frame.skewMillis(frameSeconds))
                    .sorted()
                    .toArray();
            double[] sizes = Arrays.stream(skews).map(Math::abs).sorted().toArray();
            return new Row(
                    name,
                    skews.length,
                    skews[skews.length / 2],
                    sizes[sizes.length * 95 / 100],
                    skews[0],
                    skews[skews.length - 1]);
        }

        /** A row for each minute of one utterance; a rest of less than half a minute counts to the last. */
        static List<Row> minutes(List<DrawnFrame> drawn) {
            List<Row> rows = new ArrayList<>();
            double end = drawn.getLast().shown();
            for (double from = 0; from == 0 || end - from >= SHORTEST_MINUTE; from += MINUTE) {
                double begin = from;
                double until = end - from - MINUTE >= SHORTEST_MINUTE ? from + MINUTE : Double.POSITIVE_INFINITY;
                rows.add(of(
                        "long text, minute %d".formatted(rows.size() + 1),
                        drawn.stream()
                                .filter(frame -> frame.shown() >= begin && frame.shown() < until)
                                .toList()));
            }
            return rows;
        }

        /** The duration of a frame: the median step from one to the next. */
        private static double frameSeconds(List<DrawnFrame> drawn) {
            List<Double> steps = new ArrayList<>();
            for (int i = 1; i < drawn.size(); i++) {
                double step = drawn.get(i).shown() - drawn.get(i - 1).shown();
                if (step > 0 && drawn.get(i).utterance().equals(drawn.get(i - 1).utterance())) {
                    steps.add(step);
                }
            }
            return steps.stream().sorted().skip(steps.size() / 2).findFirst().orElseThrow();
        }

        private String line() {
            return "%-24s %8d %8.1f %8.1f %8.1f %8.1f%n".formatted(name, frames, median, p95, least, most);
        }
    }
}

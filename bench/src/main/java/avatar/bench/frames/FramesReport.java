package avatar.bench.frames;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The cost of one avatar's frames, encoded completely and made by the compositor; milliseconds of one thread.
 *
 * @param whole the steps of a frame that is encoded completely; {@code speaking} and {@code idle} are all steps
 *     together
 * @param composed as the service does it; and of that a mouth that was not on its frame before, and one that was
 * @param wholeBytes mean size of a speaking frame encoded completely, without restart markers
 * @param composedBytes the same, of the compositor's
 */
record FramesReport(
        String avatar,
        String size,
        Map<String, Cost> whole,
        Map<String, Cost> composed,
        long wholeBytes,
        long composedBytes) {

    static final String SPEAKING = "speaking";
    static final String IDLE = "idle";
    static final String NEW = "speaking, a mouth new on its frame";
    static final String SEEN = "speaking, a mouth seen on it before";

    /** The bar: how many times faster a frame must be than one that is encoded completely. */
    private static final double FASTER_SPEAKING = 20;

    private static final double FASTER_IDLE = 200;
    private static final double LARGER = 1.05;

    FramesReport {
        whole = new LinkedHashMap<>(whole);
        composed = new LinkedHashMap<>(composed);
    }

    boolean isAtBar() {
        return times(SPEAKING, SPEAKING) >= FASTER_SPEAKING && times(IDLE, IDLE) >= FASTER_IDLE && larger() <= LARGER;
    }

    /** A readable table, each line with its line break. */
    String table() {
        StringBuilder table = new StringBuilder(
                "%-46s %8s %8s %8s%n".formatted(avatar + ", " + size + "; milliseconds", "mean", "p50", "p99"));
        whole.forEach((step, cost) -> table.append(row("whole: " + step, cost)).append('\n'));
        table.append(row(SPEAKING, composed))
                .append(times(SPEAKING, SPEAKING, " (bar %.0f)".formatted(FASTER_SPEAKING)));
        table.append(row(NEW, composed)).append(times(SPEAKING, NEW, ""));
        table.append(row(SEEN, composed)).append(times(SPEAKING, SEEN, ""));
        table.append(row(IDLE, composed)).append(times(IDLE, IDLE, " (bar %.0f)".formatted(FASTER_IDLE)));
        return table.append("%-46s %d for %d bytes: %+.1f %% (bar +5 %%)%n"
                        .formatted("size of a speaking frame", composedBytes, wholeBytes, (larger() - 1) * 100))
                .toString();
    }

    private static String row(String name, Map<String, Cost> costs) {
        return row(name, cost(name, costs));
    }

    private static String row(String name, Cost cost) {
        return "%-46s %8.4f %8.4f %8.4f".formatted(name, cost.mean(), cost.p50(), cost.p99());
    }

    private String times(String before, String now, String bar) {
        return "  %,.0f times faster%s%n".formatted(times(before, now), bar);
    }

    private double times(String before, String now) {
        return cost(before, whole).mean() / cost(now, composed).mean();
    }

    private double larger() {
        return (double) composedBytes / wholeBytes;
    }

    private static Cost cost(String name, Map<String, Cost> costs) {
        Cost cost = costs.get(name);
        if (cost == null) {
            throw new IllegalStateException("There is no measurement of " + name);
        }
        return cost;
    }
}

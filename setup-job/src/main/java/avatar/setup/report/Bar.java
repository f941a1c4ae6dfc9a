package avatar.setup.report;

import java.util.List;
import java.util.Locale;

/**
 * A figure of an avatar, and what it should be at most or at least.
 *
 * @param limit the figure it should not be beyond
 * @param atMost whether the limit is the most; else it is the least
 */
public record Bar(String name, double value, double limit, boolean atMost) {

    /** Of a report, in the order one would ask. */
    static List<Bar> of(QualityReport report) {
        return List.of(
                new Bar("pictures with a face", report.detection().rate(), 0.95, false),
                new Bar(
                        "tremble of the track, % of the eye distance",
                        report.jitter().smoothed(), 0.3, true),
                new Bar("step at the seam, in median steps", report.seam().ratio(), 2, true),
                new Bar("sharpness of the dullest patch", report.sharpness().least(), 0.8, false),
                new Bar("step across the mask's border, 255ths", report.border().median(), 3, true));
    }

    boolean isMet() {
        return atMost ? value <= limit : value >= limit;
    }

    String limitText() {
        return String.format(Locale.ROOT, "%s %s", atMost ? "≤" : "≥", limit);
    }
}

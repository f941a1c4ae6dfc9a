package avatar.setup.report;

import java.util.List;
import java.util.Locale;

/**
 * A figure of an avatar and its limit.
 *
 * @param atMost whether the limit is a maximum; else it is a minimum
 */
public record Bar(String name, double value, double limit, boolean atMost) {

    /** The figures of a report that have a limit, in the order of the page. */
    static List<Bar> of(QualityReport report) {
        return List.of(
                new Bar("pictures with a face", report.detection().rate(), 0.95, false),
                new Bar(
                        "jitter of the track, % of the eye distance",
                        report.jitter().smoothed(), 0.3, true),
                new Bar("seam step, ratio to the median step", report.seam().ratio(), 2, true),
                new Bar("minimum sharpness of a patch", report.sharpness().minimum(), 0.8, false),
                new Bar("edge contrast, of 255", report.edgeContrast().median(), 3, true));
    }

    boolean isMet() {
        return atMost ? value <= limit : value >= limit;
    }

    String limitText() {
        return String.format(Locale.ROOT, "%s %s", atMost ? "≤" : "≥", limit);
    }
}

package avatar.setup.bundle;

import avatar.contract.bundle.Similarity;
import avatar.faces.face.Face;
import avatar.faces.face.FaceTracker;
import avatar.faces.face.Gap;
import avatar.faces.face.Point;
import avatar.faces.loop.LoopPlan;
import avatar.faces.loop.SeamReport;
import avatar.faces.track.EdgeContrast;
import avatar.setup.report.Jitter;
import avatar.setup.report.QualityReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** Computes the quality figures of a new avatar. */
final class Quality {

    private Quality() {}

    static QualityReport.Detection detection(FaceTracker.Tracked tracked, double fps, Face reference) {
        int lost = tracked.gaps().stream().mapToInt(Gap::length).sum();
        List<QualityReport.Span> bridged = tracked.gaps().stream()
                .map(gap -> new QualityReport.Span(rounded(gap.first() / fps), rounded(gap.end() / fps)))
                .toList();
        return new QualityReport.Detection(
                rounded(1 - (double) lost / tracked.faces().size()),
                bridged,
                tracked.facesSeen(),
                rounded(reference.eyeDistance()),
                rounded(100 * Reference.lipGap(reference)));
    }

    static QualityReport.Steadiness steadiness(
            FaceTracker.Tracked tracked, List<Similarity> track, List<Face> faces, Face reference) {
        List<Point> measured = tracked.unsmoothed().stream().map(Face::mouth).toList();
        Point mouth = reference.mouth();
        double[] off = new double[track.size()];
        for (int i = 0; i < off.length; i++) {
            Point carried =
                    new Point(track.get(i).x(mouth.x(), mouth.y()), track.get(i).y(mouth.x(), mouth.y()));
            off[i] = 100
                    * carried.distanceTo(faces.get(i).mouth())
                    / faces.get(i).eyeDistance();
        }
        Arrays.sort(off);
        return new QualityReport.Steadiness(
                rounded(Jitter.percent(measured, reference.eyeDistance())),
                rounded(Jitter.percent(track, mouth, reference.eyeDistance())),
                rounded(off[off.length / 2]),
                rounded(off[(int) (0.95 * off.length)]));
    }

    static QualityReport.Seam seam(LoopPlan plan, SeamReport seam) {
        return new QualityReport.Seam(
                plan.mode(),
                plan.in(),
                plan.out(),
                plan.seamFrames(),
                rounded(seam.step()),
                rounded(seam.medianStep()),
                rounded(seam.step() / Math.max(1e-3, seam.medianStep())),
                plan.reason());
    }

    static QualityReport.EdgeContrast edgeContrast(EdgeContrast contrast) {
        return new QualityReport.EdgeContrast(rounded(contrast.median()), rounded(contrast.percentile95()));
    }

    /** Rounds to the meaningful digits. */
    static double rounded(double value) {
        return rounded(value, 3);
    }

    static double rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}

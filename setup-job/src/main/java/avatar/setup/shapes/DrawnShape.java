package avatar.setup.shapes;

import avatar.contract.viseme.Viseme;
import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * A mouth shape from the literature, as changes to the mouth at rest. Heights are in units of the
 * distance of the outer eye corners; widths and thicknesses are factors, 1 at rest.
 *
 * <p>The values were set by eye after the phonetic descriptions of the sounds and the usual animators' mouth charts.
 *
 * @param open height of the opening at its middle
 * @param wide width of the mouth
 * @param round 0: the opening is a slit that narrows evenly to the corners; 1: an ellipse
 * @param lips thickness of the lips
 * @param raise share of the opening that the upper lip makes; the rest is the jaw's
 */
record DrawnShape(double open, double wide, double round, Thickness lips, double raise) {

    /** Thickness of both lips. */
    record Thickness(double upper, double lower) {}

    /**
     * Drawn shapes are larger than those of running speech: these parts of the movement are expected across and down.
     * By the error on a clip left out, 0.3 to 0.6 across and 0.6 to 0.8 down are as good.
     */
    private static final double ACROSS = 0.5;

    private static final double DOWN = 0.7;

    /** Part of the jaw's movement that the corners of the mouth follow. */
    private static final double CORNERS_FOLLOW = 0.32;

    private static final int LAST = 10;

    static DrawnShape of(Viseme viseme) {
        return switch (viseme) {
            case SIL -> shape(0, 1, 0.5, 1, 1, 0.3);
            case M -> shape(0, 1.02, 0.5, 0.84, 0.84, 0.3);
            case AA -> shape(0.23, 0.95, 0.75, 0.96, 0.95, 0.14);
            case AX -> shape(0.115, 0.98, 0.55, 0.98, 0.97, 0.2);
            case AO -> shape(0.185, 0.78, 0.95, 1.06, 1.04, 0.26);
            case EH -> shape(0.135, 1.07, 0.5, 0.94, 0.93, 0.24);
            case ER -> shape(0.09, 0.84, 0.7, 1.1, 1.1, 0.3);
            case IY -> shape(0.075, 1.17, 0.2, 0.9, 0.88, 0.38);
            case IH -> shape(0.09, 1.08, 0.35, 0.95, 0.94, 0.3);
            case W -> shape(0.05, 0.62, 1.0, 1.16, 1.16, 0.48);
            case OH -> shape(0.125, 0.70, 1.0, 1.1, 1.08, 0.34);
            case OY -> shape(0.15, 0.76, 0.95, 1.08, 1.06, 0.3);
            case AY -> shape(0.185, 1.02, 0.65, 0.95, 0.94, 0.18);
            case H -> shape(0.095, 0.99, 0.6, 0.98, 0.97, 0.24);
            case R -> shape(0.065, 0.77, 0.8, 1.14, 1.14, 0.36);
            case L -> shape(0.115, 1.01, 0.45, 0.97, 0.96, 0.26);
            case S -> shape(0.068, 1.08, 0.25, 0.93, 0.92, 0.38);
            case SH -> shape(0.095, 0.78, 0.7, 1.16, 1.16, 0.45);
            case TH -> shape(0.08, 1.0, 0.4, 0.96, 0.95, 0.34);
            case F -> shape(0.045, 1.02, 0.35, 0.87, 0.55, 0.95);
            case T -> shape(0.08, 1.03, 0.35, 0.96, 0.95, 0.33);
            case K -> shape(0.105, 1.02, 0.45, 0.97, 0.96, 0.26);
        };
    }

    private static DrawnShape shape(
            double open, double wide, double round, double upperLip, double lowerLip, double raise) {
        return new DrawnShape(open, wide, round, new Thickness(upperLip, lowerLip), raise);
    }

    /** The expected movement of lips to this shape in running speech. */
    LipContour expected(LipContour neutral) {
        return drawn(neutral).minus(neutral).times(ACROSS, DOWN);
    }

    /** Lips brought to this shape. Open lips, pushed forward most of all, lose the bow they have when shut. */
    LipContour drawn(LipContour neutral) {
        Lines lips = Lines.of(neutral.points());
        Lines drawn = Lines.of(neutral.points());
        double level = lips.innerUpper.stream().mapToDouble(Point::y).average().orElseThrow();
        double halfWidth = lips.innerUpper.getLast().x();
        double flat = Math.min(1, open / 0.12) * (0.4 + 0.45 * pout());
        for (int i = 0; i <= LAST; i++) {
            double across = lips.innerUpper.get(i).x() / halfWidth;
            double profile = Math.pow(Math.max(0, 1 - across * across), 1 - 0.5 * round);
            double atRest = (lips.innerUpper.get(i).y() + lips.innerLower.get(i).y()) / 2;
            double drop = open * (1 - raise);
            double seam = atRest + (level - atRest) * flat + drop * CORNERS_FOLLOW * (1 - profile);
            double upper = seam - open * raise * profile;
            double lower = seam + drop * profile;
            drawn.innerUpper.set(i, widened(lips.innerUpper.get(i), upper));
            drawn.innerLower.set(i, widened(lips.innerLower.get(i), lower));
            double above = this.lips.upper * thickness(lips.innerUpper, lips.outerUpper, i);
            double below = this.lips.lower * thickness(lips.innerLower, lips.outerLower, i);
            drawn.outerUpper.set(i, widened(lips.outerUpper.get(i), upper - above));
            drawn.outerLower.set(i, widened(lips.outerLower.get(i), lower + below));
        }
        return drawn.contour();
    }

    /** Protrusion of the lips, 0..1, by the narrowing of the mouth. */
    private double pout() {
        return Math.clamp((1 - wide) / 0.4, 0, 1);
    }

    private Point widened(Point point, double y) {
        return new Point(point.x() * wide, y);
    }

    /**
     * Thickness of a lip at a point; pushed forward it is fuller towards the corners, else it would come to a point in
     * the middle.
     */
    private double thickness(List<Point> inner, List<Point> outer, int i) {
        double here = Math.abs(outer.get(i).y() - inner.get(i).y());
        double middle = Math.abs(outer.get(LAST / 2).y() - inner.get(LAST / 2).y());
        double across = 2.0 * i / LAST - 1;
        return here + (middle * Math.sqrt(1 - across * across) - here) * pout();
    }

    /** The four lines of a mouth, each from corner to corner. */
    private record Lines(
            List<Point> outerUpper, List<Point> outerLower, List<Point> innerUpper, List<Point> innerLower) {

        static Lines of(List<Point> points) {
            return new Lines(
                    new ArrayList<>(points.subList(0, 11)),
                    between(points.get(0), points.subList(11, 20), points.get(10)),
                    new ArrayList<>(points.subList(20, 31)),
                    between(points.get(20), points.subList(31, 40), points.get(30)));
        }

        private static List<Point> between(Point first, List<Point> points, Point last) {
            List<Point> line = new ArrayList<>(List.of(first));
            line.addAll(points);
            line.add(last);
            return line;
        }

        LipContour contour() {
            List<Point> points = new ArrayList<>(outerUpper);
            points.addAll(outerLower.subList(1, LAST));
            points.addAll(innerUpper);
            points.addAll(innerLower.subList(1, LAST));
            return new LipContour(points);
        }
    }
}

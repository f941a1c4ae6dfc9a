package avatar.mouths.blink;

import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.mouths.warp.Curve;
import avatar.mouths.warp.Sampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An eye in coordinates of its own: origin midway between its corners, x from its corner at the left of the picture to
 * the one at the right, y down, unit the distance of the corners in the mesh.
 *
 * <p>The mesh's lids lie inside the visible eye: lashes, the wet edge of the lower lid and the tips of the corners are
 * outside them. A blink covers these too.
 */
final class Eye {

    /** Distance of the visible edge of an eye from the mesh's. */
    private static final double BEYOND_OUTER_CORNER = 0.17;

    private static final double BEYOND_INNER_CORNER = 0.07;
    private static final double LEAST_ABOVE = 0.05;
    private static final double MOST_ABOVE = 0.16;
    private static final double RIM_BELOW = 0.13;
    private static final double BLUNT = 0.03;
    private static final double STEP = 0.01;

    /** Upper and lower lid, each from the left of the picture to its right. */
    private static final int[][] RIGHT = {
        {33, 246, 161, 160, 159, 158, 157, 173, 133}, {33, 7, 163, 144, 145, 153, 154, 155, 133}
    };

    private static final int[][] LEFT = {
        {362, 398, 384, 385, 386, 387, 388, 466, 263}, {362, 382, 381, 380, 374, 373, 390, 249, 263}
    };

    private final Point origin;
    private final Point axis;
    private final double width;
    private final boolean outerIsRight;
    private final double left;
    private final double right;
    private final Curve top;
    private final Curve bottom;
    private final Curve lid;
    private final double shutDepth;

    private Eye(Face face, Sampler picture, int[][] lids, boolean outerIsRight) {
        Point leftCorner = face.at(lids[0][0]);
        Point rightCorner = face.at(lids[0][lids[0].length - 1]);
        this.origin = leftCorner.plus(rightCorner).times(0.5);
        this.width = leftCorner.distanceTo(rightCorner);
        this.axis = rightCorner.minus(leftCorner).times(1 / width);
        this.outerIsRight = outerIsRight;
        this.left = -0.5 - (outerIsRight ? BEYOND_INNER_CORNER : BEYOND_OUTER_CORNER);
        this.right = 0.5 + (outerIsRight ? BEYOND_OUTER_CORNER : BEYOND_INNER_CORNER);
        List<Point> upper = face.at(lids[0]).stream().map(this::toEye).toList();
        List<Point> lower = face.at(lids[1]).stream().map(this::toEye).toList();
        this.lid = new Curve(outline(upper, 0, 0));
        this.top = new Curve(above(picture, upper));
        this.bottom = new Curve(outline(lower, RIM_BELOW, BLUNT));
        this.shutDepth = Math.max(0.06, new Curve(lower).at(0));
    }

    /** The person's right eye and left eye, open. */
    static List<Eye> of(Face face, Sampler picture) {
        return List.of(new Eye(face, picture, RIGHT, false), new Eye(face, picture, LEFT, true));
    }

    /** A lid pushed outwards, most in its middle, and extended to the visible corners. */
    private List<Point> outline(List<Point> line, double by, double blunt) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(left, blunt));
        for (Point point : line) {
            double share = 0.6 + 0.4 * Math.max(0, 1 - 4 * point.x() * point.x());
            points.add(point.plus(new Point(0, by * share)));
        }
        points.add(new Point(right, blunt));
        return points;
    }

    /**
     * The line where the lashes end and the skin of the lid begins: creases, brows and glasses above it stay unchanged.
     */
    private List<Point> above(Sampler picture, List<Point> upper) {
        double[] reach =
                upper.stream().mapToDouble(point -> lashes(picture, point)).toArray();
        List<Point> points = new ArrayList<>();
        points.add(new Point(left, -BLUNT));
        for (int i = 0; i < reach.length; i++) {
            double[] near = Arrays.copyOfRange(reach, Math.max(0, i - 2), Math.min(reach.length, i + 3));
            Arrays.sort(near);
            points.add(upper.get(i).plus(new Point(0, -near[near.length / 2])));
        }
        points.add(new Point(right, -BLUNT));
        return points;
    }

    /** Height of the lashes above a point of the lid: up to the first peak of brightness that is bright enough. */
    private double lashes(Sampler picture, Point lid) {
        int steps = (int) Math.round(MOST_ABOVE / STEP) + 3;
        double[] light = new double[steps];
        for (int i = 0; i < steps; i++) {
            light[i] = lightAcross(picture, lid.x(), lid.y() - i * STEP);
        }
        int darkest = 0;
        for (int i = 1; i < steps * 2 / 3; i++) {
            darkest = light[i] < light[darkest] ? i : darkest;
        }
        double brightest = Arrays.stream(light, darkest, steps).max().orElseThrow();
        double enough = light[darkest] + 0.6 * (brightest - light[darkest]);
        int end = darkest;
        while (end < steps - 1 && (light[end] < enough || light[end + 1] > light[end])) {
            end++;
        }
        return Math.clamp(end * STEP, LEAST_ABOVE, MOST_ABOVE);
    }

    private double lightAcross(Sampler picture, double x, double y) {
        double sum = 0;
        for (int i = -2; i <= 2; i++) {
            sum += picture.at(toPicture(x + i * STEP, y)).luma();
        }
        return sum / 5;
    }

    /** Distance of the corners in pixels. */
    double width() {
        return width;
    }

    Point toEye(Point picture) {
        Point p = picture.minus(origin);
        return new Point((axis.x() * p.x() + axis.y() * p.y()) / width, (axis.x() * p.y() - axis.y() * p.x()) / width);
    }

    Point toPicture(double x, double y) {
        return new Point(
                origin.x() + width * (axis.x() * x - axis.y() * y), origin.y() + width * (axis.y() * x + axis.x() * y));
    }

    /** Whether the eye, its lashes or its edges are visible here while it is open. */
    boolean contains(double x, double y) {
        return x > left && x < right && y > top.at(x) && y < bottom.at(x);
    }

    /** -1 at the visible left corner, 1 at the right one. */
    double across(double x) {
        return Math.clamp((2 * x - left - right) / (right - left), -1, 1);
    }

    /** 0 at the inner corner, 1 at the outer one. */
    double outwards(double x) {
        return (1 + (outerIsRight ? across(x) : -across(x))) / 2;
    }

    /** The y of the edge of the upper lid; shut, it is a bow between the corners. */
    double lidEdge(double x, double closed) {
        double across = across(x);
        double shut = shutDepth * (1 - across * across);
        double open = (lid.at(x) + top.at(x)) / 2;
        return open + (shut - open) * closed;
    }

    /** The y of the upper end of the area that a blink covers. */
    double top(double x) {
        return top.at(x);
    }
}

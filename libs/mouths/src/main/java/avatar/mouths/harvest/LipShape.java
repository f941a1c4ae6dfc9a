package avatar.mouths.harvest;

import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.mouths.warp.MouthWarp;
import java.util.List;

/**
 * The shape of a mouth.
 *
 * @param points 40, in the order of {@link MouthWarp#LIPS}; in eye distances, from the middle between the corners of
 *     the mouth
 */
record LipShape(List<Point> points) {

    /** The first 20 points are those of the outer line. */
    private static final int OUTER = 20;

    /** Weight of the inner line: width and height of the opening are the most visible. */
    private static final double INNER_WEIGHT = 2;

    /** The first point is one corner of the mouth. */
    static final int OTHER_CORNER = 10;

    /** Upper and lower points of the inner line at the middle. */
    private static final int[][] INNER_PAIRS = {{24, 34}, {25, 35}, {26, 36}};

    LipShape {
        points = List.copyOf(points);
    }

    /**
     * The shape of lips in a picture whose face is upright.
     *
     * @param unit distance of the outer corners of the eyes, in pixels
     */
    static LipShape of(List<Point> lips, double unit) {
        Point middle = lips.getFirst().plus(lips.get(OTHER_CORNER)).times(0.5);
        return new LipShape(
                lips.stream().map(point -> point.minus(middle).times(1 / unit)).toList());
    }

    static LipShape of(Face face, double unit) {
        return of(MouthWarp.LIPS.stream().map(face::at).toList(), unit);
    }

    /** Distance of the inner lips at the middle of the mouth; negative if they overlap by the landmarks. */
    double gap() {
        double sum = 0;
        for (int[] pair : INNER_PAIRS) {
            sum += points.get(pair[1]).y() - points.get(pair[0]).y();
        }
        return sum / INNER_PAIRS.length;
    }

    /** Root mean square distance of the points, those of the inner line weighted double. */
    double distanceTo(LipShape other) {
        double squares = 0;
        double weights = 0;
        for (int i = 0; i < points.size(); i++) {
            double weight = i < OUTER ? 1 : INNER_WEIGHT;
            double distance = points.get(i).distanceTo(other.points.get(i));
            squares += weight * distance * distance;
            weights += weight;
        }
        return Math.sqrt(squares / weights);
    }
}

package avatar.setup.shapes;

import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The lips, or how they moved: 40 points in face coordinates, which are: origin in the middle between the corners of
 * the mouth at rest, x towards the left corner (right in the picture), y down, unit the distance of the outer eye
 * corners.
 *
 * <p>Order: 11 points of the outer upper line from the right corner to the left one, 9 of the outer lower line between
 * the corners, and the same for the inner lines.
 */
record LipContour(List<Point> points) {

    /** The points in MediaPipe's face mesh. */
    static final List<Integer> MESH = List.of(
            61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 146, 91, 181, 84, 17, 314, 405, 321, 375, 78, 191, 80, 81,
            82, 13, 312, 311, 310, 415, 308, 95, 88, 178, 87, 14, 317, 402, 318, 324);

    static final int RIGHT_CORNER = 0;
    static final int LEFT_CORNER = 10;
    static final int INNER_RIGHT_CORNER = 20;
    static final int UPPER_INNER_MIDDLE = 25;
    static final int LOWER_INNER_MIDDLE = 35;

    /** From a point of the inner upper line to the one of the lower line below it. */
    private static final int TO_LOWER = 10;

    private static final int[] LINE_STARTS = {0, 11, 20, 31};
    private static final int[] LINE_ENDS = {10, 19, 30, 39};

    LipContour {
        points = List.copyOf(points);
        if (points.size() != MESH.size()) {
            throw new IllegalArgumentException(
                    "Invalid lips: expected %d points, found %d".formatted(MESH.size(), points.size()));
        }
    }

    /** x and y of all points, in turn. */
    static LipContour of(double[] coordinates) {
        return new LipContour(IntStream.range(0, coordinates.length / 2)
                .mapToObj(i -> new Point(coordinates[2 * i], coordinates[2 * i + 1]))
                .toList());
    }

    static LipContour mean(List<LipContour> contours) {
        return contours.stream().reduce(LipContour::plus).orElseThrow().times(1.0 / contours.size());
    }

    double[] coordinates() {
        return points.stream()
                .flatMapToDouble(point -> DoubleStream.of(point.x(), point.y()))
                .toArray();
    }

    LipContour plus(LipContour other) {
        return combined(other, Point::plus);
    }

    LipContour minus(LipContour other) {
        return combined(other, Point::minus);
    }

    private LipContour combined(LipContour other, BinaryOperator<Point> operator) {
        return new LipContour(IntStream.range(0, points.size())
                .mapToObj(i -> operator.apply(points.get(i), other.points.get(i)))
                .toList());
    }

    LipContour times(double factor) {
        return times(factor, factor);
    }

    LipContour times(double factorX, double factorY) {
        return new LipContour(points.stream()
                .map(point -> new Point(point.x() * factorX, point.y() * factorY))
                .toList());
    }

    /** The mean of these lips and their mirror image. */
    LipContour symmetrical() {
        List<Point> mirrored = new ArrayList<>();
        for (int line = 0; line < LINE_STARTS.length; line++) {
            for (int i = LINE_ENDS[line]; i >= LINE_STARTS[line]; i--) {
                mirrored.add(new Point(-points.get(i).x(), points.get(i).y()));
            }
        }
        return plus(new LipContour(mirrored)).times(0.5);
    }

    /** These lips, but where the inner lines cross, both on the line between them. */
    LipContour uncrossed() {
        return pressed(false);
    }

    /** These lips, the inner lines on the line between them. */
    LipContour shut() {
        return pressed(true);
    }

    private LipContour pressed(boolean everywhere) {
        List<Point> pressed = new ArrayList<>(points);
        for (int upper = INNER_RIGHT_CORNER + 1; upper < INNER_RIGHT_CORNER + TO_LOWER; upper++) {
            Point above = points.get(upper);
            Point below = points.get(upper + TO_LOWER);
            if (everywhere || below.y() < above.y()) {
                Point between = above.plus(below).times(0.5);
                pressed.set(upper, between);
                pressed.set(upper + TO_LOWER, between);
            }
        }
        return new LipContour(pressed);
    }

    /** Height of the opening at its middle. */
    double opening() {
        return points.get(LOWER_INNER_MIDDLE).y()
                - points.get(UPPER_INNER_MIDDLE).y();
    }

    /** Outer distance from corner to corner. */
    double width() {
        return points.get(LEFT_CORNER).x() - points.get(RIGHT_CORNER).x();
    }

    /** Root mean square of all coordinates. */
    double size() {
        double squares = 0;
        for (Point point : points) {
            squares += point.x() * point.x() + point.y() * point.y();
        }
        return Math.sqrt(squares / (2 * points.size()));
    }
}

package avatar.setup.shapes;

import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.List;

/** Made-up lips. */
final class Contours {

    private Contours() {}

    /** Shut lips, as wide as 0.6, symmetrical. */
    static LipContour shut() {
        List<Point> points = new ArrayList<>();
        addLine(points, 0, 10, 0.3, -0.07);
        addLine(points, 1, 9, 0.3, 0.1);
        addLine(points, 0, 10, 0.27, 0);
        addLine(points, 1, 9, 0.27, 0);
        return new LipContour(points);
    }

    private static void addLine(List<Point> points, int first, int last, double halfWidth, double height) {
        for (int i = first; i <= last; i++) {
            double across = i / 5.0 - 1;
            points.add(new Point(halfWidth * across, height * (1 - across * across)));
        }
    }

    /** The movement of one point. */
    static LipContour moving(int index, Point move) {
        List<Point> points = new ArrayList<>(shut().times(0).points());
        points.set(index, move);
        return new LipContour(points);
    }
}

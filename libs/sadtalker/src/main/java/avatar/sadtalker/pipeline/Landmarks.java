package avatar.sadtalker.pipeline;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The 68 points of a face in the iBUG scheme.
 *
 * @param points 0 to 16 the jaw, 36 to 47 the eyes, 48 to 67 the lips
 */
public record Landmarks(List<Place> points) {

    private static final int COUNT = 68;
    private static final int NOSE_TIP = 30;
    private static final int MOUTH_LEFT = 48;
    private static final int MOUTH_RIGHT = 54;

    public Landmarks {
        points = List.copyOf(points);
        if (points.size() != COUNT) {
            throw new IllegalArgumentException(
                    "Invalid face: expected 68 landmarks, found %d".formatted(points.size()));
        }
    }

    /** The middle of the six points of the eye on the left of the picture. */
    Place leftEye() {
        return mean(36, 42);
    }

    Place rightEye() {
        return mean(42, 48);
    }

    /** The middle of the mouth's corners. */
    Place mouth() {
        return Place.middle(points.get(MOUTH_LEFT), points.get(MOUTH_RIGHT));
    }

    /**
     * The five points that represent a face: left eye, right eye, tip of the nose, left and right corner of the mouth.
     */
    List<Place> five() {
        return List.of(
                Place.middle(points.get(36), points.get(39)),
                Place.middle(points.get(42), points.get(45)),
                points.get(NOSE_TIP),
                points.get(MOUTH_LEFT),
                points.get(MOUTH_RIGHT));
    }

    public Landmarks map(UnaryOperator<Place> change) {
        return new Landmarks(points.stream().map(change).toList());
    }

    private Place mean(int from, int to) {
        Place sum = new Place(0, 0);
        for (int i = from; i < to; i++) {
            sum = sum.plus(points.get(i));
        }
        return sum.times(1.0 / (to - from));
    }
}

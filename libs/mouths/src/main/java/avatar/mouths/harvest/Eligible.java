package avatar.mouths.harvest;

import avatar.faces.face.Face;
import avatar.faces.face.Point;
import java.util.stream.IntStream;

/**
 * Selects the frames of a clip whose mouth can be brought to the reference frame: head pose and expression are the same
 * as there. A smile that appears with some sounds only would look strange.
 */
final class Eligible {

    private static final int[] NOSE_TIP = {4};

    /**
     * From below the eyes to the fold beside the mouth: a smile lifts them and draws them apart, speech hardly moves
     * them.
     */
    private static final int[] CHEEKS = {205, 425, 50, 280, 36, 266, 203, 423, 206, 426, 207, 427};

    /** Displacement of the tip of the nose, in eye distances, of a head turned by about ten degrees. */
    private static final double TURNED = 0.06;

    /**
     * Displacement of the cheeks, in eye distances, that means a smile. In drv_d13 it is 0.027 at most in speech and
     * 0.033 at least in smiles.
     */
    private static final double SMILING = 0.03;

    /** A face that is smaller than the reference frame's by more lacks detail. */
    private static final double SMALLEST = 0.85;

    private Eligible() {}

    static IntStream frames(TrackedClip clip) {
        Face reference = clip.referenceFace();
        return IntStream.range(0, clip.faces().size())
                .filter(frame -> clip.faces().get(frame).confidence() > 0)
                .filter(frame -> clip.track().get(frame).scale() >= SMALLEST)
                .filter(frame -> apart(clip.faces().get(frame), reference, NOSE_TIP) <= TURNED)
                .filter(frame -> apart(clip.faces().get(frame), reference, CHEEKS) <= SMILING);
    }

    /** Root mean square distance of points in the coordinates of the eyes, in eye distances. */
    private static double apart(Face face, Face reference, int[] points) {
        double squares = 0;
        for (int point : points) {
            double distance = fromEyes(face, point).distanceTo(fromEyes(reference, point));
            squares += distance * distance;
        }
        return Math.sqrt(squares / points.length);
    }

    /** From the middle of the eyes, in eye distances, along their line and across it. */
    private static Point fromEyes(Face face, int index) {
        Point right = face.at(Face.RIGHT_EYE_CORNER);
        Point line = face.at(Face.LEFT_EYE_CORNER).minus(right);
        Point point = face.at(index).minus(right.plus(line.times(0.5)));
        double squared = line.x() * line.x() + line.y() * line.y();
        return new Point(
                (point.x() * line.x() + point.y() * line.y()) / squared,
                (point.y() * line.x() - point.x() * line.y()) / squared);
    }
}

package avatar.setup.bundle;

import avatar.contract.bundle.Similarity;
import avatar.setup.face.Face;
import avatar.setup.face.Point;
import avatar.setup.video.BgrImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The frame that the patches are made from.
 *
 * @param frame of the base video
 * @param face in it
 * @param ownMouth the lips of every frame of the base video, carried into this one: what the patches must hide
 */
record Reference(int frame, BgrImage picture, Face face, List<Point> ownMouth) {

    private static final int[] OUTER_LIPS = {
        61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 146, 91, 181, 84, 17, 314, 405, 321, 375
    };
    private static final int[][] INNER_LIPS = {{82, 87}, {13, 14}, {312, 317}};
    private static final int[][] LIDS = {{159, 145}, {386, 374}};
    private static final int NOSE_TIP = 4;
    private static final int RIGHT_CHEEK = 205;
    private static final int LEFT_CHEEK = 425;

    /** In eye distances: lips no further apart than the nearest that there are, and this, are as good as shut. */
    private static final double AS_GOOD_AS_SHUT = 0.008;

    /** In eye distances: cheeks no further apart or together than this against the usual do not smile. */
    private static final double SAME_LOOK = 0.02;

    /** Lids less than this share of their usual distance apart are blinking. */
    private static final double OPEN_EYES = 0.75;

    Reference {
        ownMouth = List.copyOf(ownMouth);
    }

    /**
     * Made of that frame.
     *
     * @param faces one for each frame of the video
     * @param track from this frame onto each
     */
    static Reference of(int frame, BgrImage picture, List<Face> faces, List<Similarity> track) {
        List<Point> ownMouth = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            Similarity back = track.get(i).inverse();
            for (Point lip : faces.get(i).at(OUTER_LIPS)) {
                ownMouth.add(new Point(back.x(lip.x(), lip.y()), back.y(lip.x(), lip.y())));
            }
        }
        return new Reference(frame, picture, faces.get(frame), ownMouth);
    }

    /**
     * The frame with its mouth shut; of several, the one whose head is nearest to how it is most of the time, its eyes open, and
     * which smiles no more than usual.
     *
     * @param faces one for each frame of the video
     * @param candidates frames that may be chosen
     */
    static int choose(List<Face> faces, Collection<Integer> candidates) {
        double shut = candidates.stream()
                .mapToDouble(frame -> lipGap(faces.get(frame)))
                .min()
                .orElseThrow();
        List<Integer> good = new ArrayList<>(candidates);
        good.removeIf(frame -> lipGap(faces.get(frame)) > shut + AS_GOOD_AS_SHUT);
        double usualLids = median(faces, Reference::lidGap);
        if (good.stream().anyMatch(frame -> lidGap(faces.get(frame)) >= OPEN_EYES * usualLids)) {
            good.removeIf(frame -> lidGap(faces.get(frame)) < OPEN_EYES * usualLids);
        }
        Typical typical = Typical.of(faces);
        return good.stream()
                .min((one, other) -> Double.compare(typical.distance(faces, one), typical.distance(faces, other)))
                .orElseThrow();
    }

    /** Of the inner lips, in eye distances. */
    static double lipGap(Face face) {
        return gap(face, INNER_LIPS);
    }

    private static double lidGap(Face face) {
        return gap(face, LIDS);
    }

    private static double gap(Face face, int[][] pairs) {
        return Arrays.stream(pairs)
                        .mapToDouble(pair -> face.at(pair[0]).distanceTo(face.at(pair[1])))
                        .average()
                        .orElseThrow()
                / face.eyeDistance();
    }

    private static double median(List<Face> faces, ToDoubleFunction<Face> value) {
        double[] sorted = faces.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /**
     * How a head is held most of the time.
     *
     * @param aside how far the nose points there, and down
     * @param cheeks how far they are apart
     * @param mouth where it is
     */
    private record Typical(double size, double aside, double down, double cheeks, Point mouth) {

        /** What does not move with the head, the collar say, is right where the head is most of the time. */
        private static final double PLACE = 0.5;

        static Typical of(List<Face> faces) {
            return new Typical(
                    median(faces, Face::eyeDistance),
                    median(faces, face -> nose(face).x()),
                    median(faces, face -> nose(face).y()),
                    median(faces, Typical::cheeks),
                    new Point(
                            median(faces, face -> face.mouth().x()),
                            median(faces, face -> face.mouth().y())));
        }

        /** From how the head is held in a frame, and how it moves there: a moving face is blurred. */
        double distance(List<Face> faces, int frame) {
            Face face = faces.get(frame);
            Face before = faces.get(Math.max(0, frame - 1));
            Face after = faces.get(Math.min(faces.size() - 1, frame + 1));
            double speed = after.at(NOSE_TIP).distanceTo(before.at(NOSE_TIP)) / face.eyeDistance();
            return Math.abs(Math.log(face.eyeDistance() / size))
                    + Math.abs(nose(face).x() - aside)
                    + Math.abs(nose(face).y() - down)
                    + Math.max(0, Math.abs(cheeks(face) - cheeks) - SAME_LOOK)
                    + 2 * speed
                    + PLACE * face.mouth().distanceTo(mouth) / face.eyeDistance();
        }

        /** In eye distances: a smile draws them apart. */
        private static double cheeks(Face face) {
            return face.at(RIGHT_CHEEK).distanceTo(face.at(LEFT_CHEEK)) / face.eyeDistance();
        }

        /** From the middle of the eyes, in eye distances, along their line and across it. */
        private static Point nose(Face face) {
            Point right = face.at(Face.RIGHT_EYE_CORNER);
            Point line = face.at(Face.LEFT_EYE_CORNER).minus(right);
            Point nose = face.at(NOSE_TIP).minus(right.plus(line.times(0.5)));
            double squared = line.x() * line.x() + line.y() * line.y();
            return new Point(
                    (nose.x() * line.x() + nose.y() * line.y()) / squared,
                    (nose.y() * line.x() - nose.x() * line.y()) / squared);
        }
    }
}

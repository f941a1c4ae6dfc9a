package avatar.setup.bundle;

import avatar.contract.bundle.Similarity;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The frame that the patches are made from.
 *
 * @param frame of the base video
 * @param face in it
 * @param ownMouth the lips of every frame of the base video, carried into this one, which the patches must cover
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

    /** Lips whose distance exceeds the smallest one by no more than this, in eye distances, count as shut. */
    private static final double AS_GOOD_AS_SHUT = 0.008;

    /** Cheeks whose distance differs from the usual one by no more than this, in eye distances, do not smile. */
    private static final double SAME_LOOK = 0.02;

    /** Part of the frames with a shut mouth that count as typical. */
    private static final double AS_TYPICAL = 0.4;

    /** Lids less than this share of their usual distance apart are blinking. */
    private static final double OPEN_EYES = 0.75;

    Reference {
        ownMouth = List.copyOf(ownMouth);
    }

    /**
     * The reference made from that frame.
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
     * Chooses the frame with a shut mouth; of several, the one whose head pose is most typical, with open eyes, and
     * without more of a smile than usual.
     *
     * @param faces one for each frame of the video
     * @param candidates frames that may be chosen
     * @param strangeness difference in looks of each of some frames from the others; decides among typical ones
     */
    static int choose(
            List<Face> faces, Collection<Integer> candidates, Function<List<Integer>, List<Double>> strangeness) {
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
        List<Integer> best = good.stream()
                .sorted(Comparator.comparingDouble(frame -> typical.distance(faces, frame)))
                .limit(Math.max(1, Math.round(AS_TYPICAL * good.size())))
                .toList();
        List<Double> strange = strangeness.apply(best);
        int least = IntStream.range(0, best.size())
                .boxed()
                .min(Comparator.comparing(strange::get))
                .orElseThrow();
        return best.get(least);
    }

    /** Distance of the inner lips, in eye distances. */
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

    private static double mean(List<Face> faces, ToDoubleFunction<Face> value) {
        return faces.stream().mapToDouble(value).average().orElseThrow();
    }

    /**
     * The typical pose and look of a head.
     *
     * @param aside horizontal direction of the nose; {@code down}: the vertical one
     * @param cheeks their distance
     * @param mouth its place
     */
    private record Typical(double size, double aside, double down, double cheeks, Point mouth) {

        /** Weight of the place of the head, with which parts that do not move, such as the collar, fit. */
        private static final double PLACE = 0.5;

        /** Uses means of places and not medians: for a head with two usual poses, a frame between them fits both. */
        static Typical of(List<Face> faces) {
            return new Typical(
                    mean(faces, Face::eyeDistance),
                    mean(faces, face -> nose(face).x()),
                    mean(faces, face -> nose(face).y()),
                    median(faces, Typical::cheeks),
                    new Point(
                            mean(faces, face -> face.mouth().x()),
                            mean(faces, face -> face.mouth().y())));
        }

        /**
         * The difference of a frame from the typical pose, plus the speed of the head, since a moving face is blurred.
         */
        double distance(List<Face> faces, int frame) {
            Face face = faces.get(frame);
            int before = Math.max(0, frame - 1);
            int after = Math.min(faces.size() - 1, frame + 1);
            double way =
                    faces.get(after).at(NOSE_TIP).distanceTo(faces.get(before).at(NOSE_TIP));
            double speed = way / Math.max(1, after - before) / face.eyeDistance();
            return Math.abs(Math.log(face.eyeDistance() / size))
                    + Math.abs(nose(face).x() - aside)
                    + Math.abs(nose(face).y() - down)
                    + Math.max(0, Math.abs(cheeks(face) - cheeks) - SAME_LOOK)
                    + 4 * speed
                    + PLACE * face.mouth().distanceTo(mouth) / face.eyeDistance();
        }

        /** Distance of the cheeks, in eye distances, which a smile increases. */
        private static double cheeks(Face face) {
            return face.at(RIGHT_CHEEK).distanceTo(face.at(LEFT_CHEEK)) / face.eyeDistance();
        }

        /** The nose from the middle of the eyes, in eye distances, along their line and across it. */
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

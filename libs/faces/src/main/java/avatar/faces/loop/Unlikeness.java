package avatar.faces.loop;

import java.util.stream.IntStream;

/**
 * The difference between pictures of a clip: in the whole picture, the place of the head and the look of the face, each
 * measured in ordinary steps of this clip, which are the median change from one picture to the next.
 */
final class Unlikeness {

    /** Smaller changes are noise: in shades of 256, and in widths of the face. */
    private static final double LEAST_STEP_SHADES = 0.05;

    private static final double LEAST_STEP_FACES = 0.0005;

    private final HeadPath head;
    private final short[][] pictures;
    private final short[][] faces;

    private final double pictureStep;
    private final double headStep;
    private final double faceStep;

    Unlikeness(ClipFeatures clip, HeadPath head) {
        this.head = head;
        this.pictures = IntStream.range(0, clip.count()).mapToObj(clip::picture).toArray(short[][]::new);
        this.faces = IntStream.range(0, clip.count())
                .mapToObj(i -> clip.face(i, head))
                .toArray(short[][]::new);
        this.pictureStep = Math.max(LEAST_STEP_SHADES, medianStep(this::pictures));
        this.headStep = Math.max(LEAST_STEP_FACES * head.face().width(), medianStep(head::distance));
        this.faceStep = Math.max(LEAST_STEP_SHADES, medianStep(this::faces));
    }

    int count() {
        return pictures.length;
    }

    /** The mean of the three, in ordinary steps. */
    double between(int one, int other) {
        return (pictures(one, other) / pictureStep
                        + head.distance(one, other) / headStep
                        + faces(one, other) / faceStep)
                / 3;
    }

    /** The largest of the three, in ordinary steps. */
    double most(int one, int other) {
        return Math.max(
                pictures(one, other) / pictureStep,
                Math.max(head.distance(one, other) / headStep, faces(one, other) / faceStep));
    }

    /**
     * The difference between the head's movement to that picture and that away from {@code next}, in ordinary steps.
     */
    double turn(int picture, int next) {
        return head.turn(picture, next) / headStep;
    }

    private double pictures(int one, int other) {
        return Thumbnail.difference(pictures[one], pictures[other]);
    }

    private double faces(int one, int other) {
        return Thumbnail.difference(faces[one], faces[other]);
    }

    private double medianStep(Distance distance) {
        double[] steps = IntStream.range(1, pictures.length)
                .mapToDouble(i -> distance.between(i - 1, i))
                .sorted()
                .toArray();
        return steps.length == 0 ? 0 : steps[steps.length / 2];
    }

    private interface Distance {

        double between(int one, int other);
    }
}

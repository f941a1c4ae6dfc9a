package avatar.mouths.warp;

import avatar.faces.face.Face;
import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The lower face of a picture, in face coordinates.
 *
 * @param lips as they are in the picture
 * @param shut the same, shut
 * @param nose its foot, which stands still
 * @param chin points from below the lower lip to the contour of the jaw
 */
record RestingFace(FaceFrame frame, Lips lips, Lips shut, List<Point> nose, List<Follower> chin) {

    /**
     * A point that the jaw takes along.
     *
     * @param share of the way that the lower lip goes
     * @param near how much of that is the way of its lower edge; the rest is that of its upper one
     */
    record Follower(Point place, double share, double near) {

        Point lowered(Drop drop) {
            return place.plus(new Point(0, share * (near * drop.lowerEdge() + (1 - near) * drop.upperEdge())));
        }
    }

    /** How far a lower lip has come down, at the middle of its two edges. */
    record Drop(double upperEdge, double lowerEdge) {}

    private static final int[] NOSE = {2, 97, 326, 98, 327};

    private static final int[] CHIN = {18, 200, 199, 175, 152, 148, 377, 176, 400, 149, 378};

    /** As a talking face has it (drv_d13, 240 frames, against the nose), a little more at the contour. */
    private static final double[] SHARES = {0.85, 0.65, 0.52, 0.46, 0.42, 0.36, 0.36, 0.22, 0.22, 0.08, 0.08};

    /** A thinner lip takes along what is right below it. */
    private static final double[] NEAR = {0.9, 0.5, 0.2, 0, 0, 0, 0, 0, 0, 0, 0};

    /** Of {@link #CHIN}, what of the contour the mask must hold: its middle. */
    private static final List<Integer> TIP = List.of(4, 5, 6);

    private static final int LIP_MIDDLE = 5;

    static RestingFace of(Face face, Sampler sampler) {
        return of(face, FaceFrame.of(face), sampler);
    }

    static RestingFace of(Face face, FaceFrame frame, Sampler sampler) {
        Lips lips = LipSeam.found(Lips.of(face, frame), sampler, frame);
        List<Follower> chin = new ArrayList<>();
        for (int i = 0; i < CHIN.length; i++) {
            chin.add(new Follower(frame.toFace(face.at(CHIN[i])), SHARES[i], NEAR[i]));
        }
        List<Point> nose = face.at(NOSE).stream().map(frame::toFace).toList();
        return new RestingFace(frame, lips, lips.shut(), nose, List.copyOf(chin));
    }

    /** How far a mouth has dropped its lower lip. */
    Drop drop(Lips target) {
        return new Drop(
                target.innerLower().get(LIP_MIDDLE).y()
                        - lips.innerLower().get(LIP_MIDDLE).y(),
                target.outerLower().get(LIP_MIDDLE).y()
                        - lips.outerLower().get(LIP_MIDDLE).y());
    }

    /** The tip of the chin when the lower lip has dropped. */
    List<Point> tip(Drop drop) {
        return TIP.stream().map(i -> chin.get(i).lowered(drop)).toList();
    }
}

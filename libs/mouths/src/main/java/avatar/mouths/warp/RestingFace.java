package avatar.mouths.warp;

import avatar.faces.face.Face;
import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The lower face of a picture, in face coordinates.
 *
 * @param lips of the picture
 * @param shut the same, shut
 * @param nose the foot of the nose, which does not move
 * @param chin points from below the lower lip to the contour of the jaw
 */
record RestingFace(FaceFrame frame, Lips lips, Lips shut, List<Point> nose, List<Follower> chin) {

    /**
     * A point that moves with the jaw.
     *
     * @param share of the movement of the lower lip
     * @param near part of that which follows the lip's lower edge; the rest follows its upper one
     */
    record Follower(Point place, double share, double near) {

        Point lowered(Drop drop) {
            return place.plus(new Point(0, share * (near * drop.lowerEdge() + (1 - near) * drop.upperEdge())));
        }
    }

    /** Drop of the lower lip, at the middle of its two edges. */
    record Drop(double upperEdge, double lowerEdge) {}

    private static final int[] NOSE = {2, 97, 326, 98, 327};

    private static final int[] CHIN = {18, 200, 199, 175, 152, 148, 377, 176, 400, 149, 378};

    /** Measured on a talking face (drv_d13, 240 frames, relative to the nose), a little more at the contour. */
    private static final double[] SHARES = {0.85, 0.65, 0.52, 0.46, 0.42, 0.36, 0.36, 0.22, 0.22, 0.08, 0.08};

    /** The skin right below a thin lip moves with it. */
    private static final double[] NEAR = {0.9, 0.5, 0.2, 0, 0, 0, 0, 0, 0, 0, 0};

    /** The points of {@link #CHIN} that the mask must contain: the middle of the contour. */
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

    /** The drop of the lower lip of a mouth. */
    Drop drop(Lips target) {
        return new Drop(
                target.innerLower().get(LIP_MIDDLE).y()
                        - lips.innerLower().get(LIP_MIDDLE).y(),
                target.outerLower().get(LIP_MIDDLE).y()
                        - lips.outerLower().get(LIP_MIDDLE).y());
    }

    /** The tip of the chin for a drop of the lower lip. */
    List<Point> tip(Drop drop) {
        return TIP.stream().map(i -> chin.get(i).lowered(drop)).toList();
    }
}

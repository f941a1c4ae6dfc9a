package avatar.sadtalker.pipeline;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;

/**
 * The upright rectangle of a photo that is the networks' input: the face with hair and neck, cut at the photo's edge.
 * Never scaled beforehand, unlike very large faces in the original, and so always in the photo's own pixels.
 *
 * @param outer x, y, right, bottom of the face with a margin, whole pixels
 * @param inner the rectangle itself, within {@code outer}; the networks' picture has its whole pixels
 */
record FaceCrop(Rectangle outer, Rectangle inner) {

    private static final double EYES = 2.0;
    private static final double FACE = 1.8;
    private static final double LOWER = 0.1;
    private static final double MARGIN = 0.1;
    private static final int LEAST_MARGIN = 3;

    /** In pixels; right and bottom exclusive. */
    record Rectangle(double left, double top, double right, double bottom) {}

    /** @throws AvatarException {@link ErrorCode#NO_FACE} if no part of the face is in the picture */
    static FaceCrop of(Landmarks face, int width, int height) {
        Place eyes = face.rightEye().minus(face.leftEye());
        Place middle = Place.middle(face.leftEye(), face.rightEye());
        Place down = face.mouth().minus(middle);
        Place across = new Place(eyes.x() + down.y(), eyes.y() - down.x());
        Place x = across.times(Math.max(EYES * eyes.length(), FACE * down.length()) / across.length());
        Place y = new Place(-x.y(), x.x());
        Place centre = middle.plus(down.times(LOWER));
        Place[] corners = {
            centre.minus(x).minus(y),
            centre.minus(x).plus(y),
            centre.plus(x).plus(y),
            centre.plus(x).minus(y)
        };

        double margin = Math.max(Math.rint(2 * MARGIN * x.length()), LEAST_MARGIN);
        Rectangle outer = outer(corners, margin, width, height);
        Rectangle inner = inner(corners, outer);
        if ((int) inner.right() - (int) inner.left() < 1 || (int) inner.bottom() - (int) inner.top() < 1) {
            throw new AvatarException(
                    ErrorCode.NO_FACE,
                    "The face lies outside the picture of %dx%d, around (%.0f, %.0f)"
                            .formatted(width, height, centre.x(), centre.y()));
        }
        return new FaceCrop(outer, inner);
    }

    private static Rectangle outer(Place[] corners, double margin, int width, int height) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Place corner : corners) {
            left = Math.min(left, corner.x());
            top = Math.min(top, corner.y());
            right = Math.max(right, corner.x());
            bottom = Math.max(bottom, corner.y());
        }
        return new Rectangle(
                Math.max(Math.floor(left) - margin, 0),
                Math.max(Math.floor(top) - margin, 0),
                Math.min(Math.ceil(right) + margin, width),
                Math.min(Math.ceil(bottom) + margin, height));
    }

    private static Rectangle inner(Place[] corners, Rectangle outer) {
        Place shift = new Place(0.5 - outer.left(), 0.5 - outer.top());
        Place first = corners[0].plus(shift);
        Place second = corners[1].plus(shift);
        Place third = corners[2].plus(shift);
        Place fourth = corners[3].plus(shift);
        return new Rectangle(
                Math.max(Math.min(first.x(), second.x()), 0),
                Math.max(Math.min(first.y(), fourth.y()), 0),
                Math.min(Math.max(third.x(), fourth.x()), outer.right() - outer.left()),
                Math.min(Math.max(second.y(), third.y()), outer.bottom() - outer.top()));
    }

    int x() {
        return (int) outer.left() + (int) inner.left();
    }

    int y() {
        return (int) outer.top() + (int) inner.top();
    }

    int width() {
        return (int) inner.right() - (int) inner.left();
    }

    int height() {
        return (int) inner.bottom() - (int) inner.top();
    }
}

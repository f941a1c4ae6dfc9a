package avatar.mouths.warp;

import avatar.contract.bundle.PixelBox;
import avatar.faces.face.Point;
import java.util.List;

/**
 * The place of the patches of a mouth.
 *
 * @param mask in the picture; opaque over the lips in every shape
 * @param box the mask's, in whole pixels
 */
record MouthPlace(Mask mask, PixelBox box) {

    /** Factor by which lips are larger than in the mesh, whose lines lie a little inside soft edges. */
    private static final double GROWN = 1.03;

    /**
     * Factor by which the mask is wider than the lips need at the level of its centre; otherwise the corners would make
     * it too high.
     */
    private static final double WIDER = 1.12;

    private static final double WHOLE = 1 - Mask.SOFTNESS;

    /**
     * The radius of the chin, where the mask is a little more than half opaque. An opaque mask would reach down the
     * neck to the collar, which does not move as the head does.
     */
    private static final double CHIN = 0.78;

    /**
     * The smallest place whose mask is opaque over the lips, no larger than the picture.
     *
     * @param lips all places of the lips, in the picture
     * @param chin all places of the chin, which the mask mostly shows
     */
    static MouthPlace around(List<Point> lips, List<Point> chin, int width, int height) {
        double left = lips.stream().mapToDouble(Point::x).min().orElseThrow();
        double right = lips.stream().mapToDouble(Point::x).max().orElseThrow();
        double top = lips.stream().mapToDouble(Point::y).min().orElseThrow();
        double bottom = lips.stream().mapToDouble(Point::y).max().orElseThrow();
        Point centre = new Point((left + right) / 2, (top + bottom) / 2);
        List<Point> grown = lips.stream()
                .map(point -> point.minus(centre).times(GROWN).plus(centre))
                .toList();
        double radiusX = WIDER * GROWN * (right - left) / 2 / WHOLE;
        double radiusUp = 1;
        double radiusDown = 1;
        for (Point point : grown) {
            radiusUp = Math.max(radiusUp, radiusFor(centre.minus(point), radiusX, WHOLE));
            radiusDown = Math.max(radiusDown, radiusFor(point.minus(centre), radiusX, WHOLE));
        }
        for (Point point : chin) {
            radiusDown = Math.max(radiusDown, radiusFor(point.minus(centre), radiusX, CHIN));
        }
        Mask mask = new Mask(
                centre,
                Math.min(radiusX, Math.min(centre.x(), width - centre.x())),
                Math.min(radiusUp, centre.y()),
                Math.min(radiusDown, height - centre.y()));
        return new MouthPlace(mask, boxOf(mask, width, height));
    }

    /**
     * The vertical radius of the mask in which a point of its half lies at {@code radius}; 0 for points of the other
     * half.
     */
    private static double radiusFor(Point fromCentre, double radiusX, double radius) {
        double across = fromCentre.x() / radiusX;
        double room = Math.sqrt(Math.max(0.01, radius * radius - across * across));
        return fromCentre.y() <= 0 ? 0 : fromCentre.y() / room;
    }

    /** The mask in the coordinates of the box. */
    MouthPlace inBox() {
        return new MouthPlace(mask.moved(-box.x(), -box.y()), new PixelBox(0, 0, box.width(), box.height()));
    }

    private static PixelBox boxOf(Mask mask, int width, int height) {
        Point first = mask.corners().getFirst();
        Point last = mask.corners().getLast();
        int left = Math.clamp((int) Math.floor(first.x()), 0, width - 1);
        int top = Math.clamp((int) Math.floor(first.y()), 0, height - 1);
        int right = Math.clamp((int) Math.ceil(last.x()), left + 1, width);
        int bottom = Math.clamp((int) Math.ceil(last.y()), top + 1, height);
        return new PixelBox(left, top, right - left, bottom - top);
    }
}

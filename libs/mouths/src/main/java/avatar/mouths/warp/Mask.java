package avatar.mouths.warp;

import avatar.contract.viseme.Smoothstep;
import avatar.faces.face.Point;
import java.util.List;

/**
 * A soft, upright ellipse: opaque in its middle, transparent at its edge. Its lower half may be longer than its upper
 * one, since below a mouth the chin belongs to it, and above it the nose does not.
 */
public final class Mask {

    /** Part of the radius over which the mask fades. */
    static final double SOFTNESS = 0.40;

    private final Point centre;
    private final double radiusX;
    private final double radiusUp;
    private final double radiusDown;

    /** A mask of two equal halves, in the picture. */
    Mask(double centreX, double centreY, double radiusX, double radiusY) {
        this(new Point(centreX, centreY), radiusX, radiusY, radiusY);
    }

    /** A mask in the picture, with one radius across, and one for each half. */
    public Mask(Point centre, double radiusX, double radiusUp, double radiusDown) {
        this.centre = centre;
        this.radiusX = radiusX;
        this.radiusUp = radiusUp;
        this.radiusDown = radiusDown;
    }

    /** The same ellipse elsewhere. */
    Mask moved(double right, double down) {
        return new Mask(centre.plus(new Point(right, down)), radiusX, radiusUp, radiusDown);
    }

    /** The corners of its box. */
    List<Point> corners() {
        return List.of(
                new Point(centre.x() - radiusX, centre.y() - radiusUp),
                new Point(centre.x() + radiusX, centre.y() + radiusDown));
    }

    /** The distance of a place in the picture from the centre: 1 on the edge. */
    public double radius(double x, double y) {
        double dy = y - centre.y();
        return Math.hypot((x - centre.x()) / radiusX, dy / (dy < 0 ? radiusUp : radiusDown));
    }

    /** The direction of a place as in {@link #place}: from the centre, with the ellipse scaled to a circle. */
    public double radians(double x, double y) {
        double dy = y - centre.y();
        return Math.atan2(dy / (dy < 0 ? radiusUp : radiusDown), (x - centre.x()) / radiusX);
    }

    /** The place at a radius, in a direction: 0 to the right, a quarter of a turn further down. */
    public Point place(double radius, double radians) {
        double down = Math.sin(radians);
        return centre.plus(
                new Point(radius * radiusX * Math.cos(radians), radius * down * (down < 0 ? radiusUp : radiusDown)));
    }

    /** Alpha, 0..1, at a place in the picture. */
    public double at(double x, double y) {
        return 1 - Smoothstep.of((radius(x, y) - (1 - SOFTNESS)) / SOFTNESS);
    }
}

package avatar.setup.warp;

import avatar.contract.bundle.PixelBox;
import avatar.setup.face.Point;
import java.util.List;

/** The soft ellipse within a box: whole in its middle, gone at its edge. */
final class Mask {

    /** Share of the radius over which it fades. */
    static final double SOFTNESS = 0.40;

    private final double centreX;
    private final double centreY;
    private final double radiusX;
    private final double radiusY;

    Mask(double centreX, double centreY, double radiusX, double radiusY) {
        this.centreX = centreX;
        this.centreY = centreY;
        this.radiusX = radiusX;
        this.radiusY = radiusY;
    }

    static Mask of(PixelBox box) {
        return new Mask(
                box.x() + box.width() / 2.0, box.y() + box.height() / 2.0, box.width() / 2.0, box.height() / 2.0);
    }

    /** The corners of its box. */
    List<Point> corners() {
        return List.of(
                new Point(centreX - radiusX, centreY - radiusY), new Point(centreX + radiusX, centreY + radiusY));
    }

    /** 0..1 at a place in the picture. */
    double at(double x, double y) {
        double radius = Math.hypot((x - centreX) / radiusX, (y - centreY) / radiusY);
        return 1 - MouthInterior.smoothstep(Math.clamp((radius - (1 - SOFTNESS)) / SOFTNESS, 0, 1));
    }
}

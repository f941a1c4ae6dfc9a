package avatar.faces.face;

import avatar.faces.video.BgrImage;

/**
 * A rotated square of a picture: the input of a network.
 *
 * @param centre in pixels of the picture
 * @param side in pixels of the picture
 * @param angle of rotation, in radians, clockwise in the picture
 */
record Crop(Point centre, double side, double angle) {

    /** The square around a whole picture; outside the picture it is black. */
    static Crop letterbox(BgrImage image) {
        return new Crop(
                new Point(image.width() / 2.0, image.height() / 2.0), Math.max(image.width(), image.height()), 0);
    }

    Crop grown(double factor) {
        return new Crop(centre, side * factor, angle);
    }

    /** The place in the picture of a place in the square, both coordinates in 0..1. */
    Point toPicture(double u, double v) {
        double x = (u - 0.5) * side;
        double y = (v - 0.5) * side;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Point(centre.x() + cos * x - sin * y, centre.y() + sin * x + cos * y);
    }

    /** Reads the square as planes of red, green and blue, {@code size} x {@code size} each, values 0..1. */
    float[] read(BgrImage image, int size) {
        try (Reduced reduced = Reduced.around(image, this, size)) {
            return reduced.planes(this, size);
        }
    }
}

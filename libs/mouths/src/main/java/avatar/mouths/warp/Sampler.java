package avatar.mouths.warp;

import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;

/** Interpolates between the pixels of a picture by Catmull and Rom's cubic, which is sharp. */
public final class Sampler {

    private final BgrImage image;

    public Sampler(BgrImage image) {
        this.image = image;
    }

    /** The colour at a place of the picture; outside, that of its edge. */
    public Rgb at(Point place) {
        double x = place.x() - 0.5;
        double y = place.y() - 0.5;
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double right = x - column;
        double below = y - row;
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int j = -1; j <= 2; j++) {
            int start = Math.clamp(row + j, 0, image.height() - 1) * image.width();
            double down = weight(j - below);
            for (int i = -1; i <= 2; i++) {
                int at = (start + Math.clamp(column + i, 0, image.width() - 1)) * 3;
                double weight = down * weight(i - right);
                blue += weight * (image.bgr()[at] & 0xFF);
                green += weight * (image.bgr()[at + 1] & 0xFF);
                red += weight * (image.bgr()[at + 2] & 0xFF);
            }
        }
        return new Rgb(Math.clamp(red, 0, 255), Math.clamp(green, 0, 255), Math.clamp(blue, 0, 255));
    }

    /** The weight of a pixel at that distance, in pixels. */
    private static double weight(double distance) {
        double t = Math.abs(distance);
        return t <= 1 ? 1 + t * t * (1.5 * t - 2.5) : 2 + t * (-4 + t * (2.5 - 0.5 * t));
    }
}

package avatar.setup.warp;

import avatar.setup.face.Point;
import avatar.setup.video.BgrImage;

/** Reads a picture between its pixels, sharply: Catmull and Rom's cubic. */
final class Sampler {

    private final BgrImage image;

    Sampler(BgrImage image) {
        this.image = image;
    }

    /** The colour at a place of the picture; beyond its edges the edge goes on. */
    Rgb at(Point place) {
        double x = place.x() - 0.5;
        double y = place.y() - 0.5;
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        double[] across = weights(x - x0);
        double[] down = weights(y - y0);
        double[] sum = new double[3];
        for (int j = 0; j < 4; j++) {
            int row = Math.clamp(y0 - 1 + j, 0, image.height() - 1) * image.width();
            for (int i = 0; i < 4; i++) {
                int at = (row + Math.clamp(x0 - 1 + i, 0, image.width() - 1)) * 3;
                double weight = across[i] * down[j];
                for (int channel = 0; channel < 3; channel++) {
                    sum[channel] += weight * (image.bgr()[at + channel] & 0xFF);
                }
            }
        }
        return new Rgb(limit(sum[2]), limit(sum[1]), limit(sum[0]));
    }

    private static double limit(double value) {
        return Math.clamp(value, 0, 255);
    }

    private static double[] weights(double t) {
        double t2 = t * t;
        double t3 = t2 * t;
        return new double[] {
            -0.5 * t + t2 - 0.5 * t3, 1 - 2.5 * t2 + 1.5 * t3, 0.5 * t + 2 * t2 - 1.5 * t3, -0.5 * t2 + 0.5 * t3
        };
    }
}

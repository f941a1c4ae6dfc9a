package avatar.setup.face;

import avatar.setup.video.BgrImage;
import java.util.Arrays;

/**
 * A part of a picture made smaller by a whole factor, each pixel the mean of those it stands for: so a network that looks at few pixels
 * sees all of them, and several looks at one place cost the averaging once.
 *
 * @param left of the part in the picture
 * @param factor pixels of the picture along a side of one of these
 */
record Reduced(BgrImage image, int left, int top, int factor) {

    /** What the squares within {@code crop} are read from, {@code size} pixels along a side: no smaller than that needs. */
    static Reduced around(BgrImage picture, Crop crop, int size) {
        int factor = (int) (crop.side() / size);
        if (factor <= 1) {
            return new Reduced(picture, 0, 0, 1);
        }
        double reach = crop.side() * (Math.abs(Math.cos(crop.angle())) + Math.abs(Math.sin(crop.angle()))) / 2 + factor;
        int left = Math.clamp((int) (crop.centre().x() - reach), 0, picture.width() - factor);
        int top = Math.clamp((int) (crop.centre().y() - reach), 0, picture.height() - factor);
        int right = Math.clamp((int) (crop.centre().x() + reach), left + factor, picture.width());
        int bottom = Math.clamp((int) (crop.centre().y() + reach), top + factor, picture.height());
        return new Reduced(
                mean(picture, left, top, (right - left) / factor, (bottom - top) / factor, factor), left, top, factor);
    }

    private static BgrImage mean(BgrImage picture, int left, int top, int width, int height, int factor) {
        byte[] from = picture.bgr();
        byte[] to = new byte[width * height * 3];
        int[] sums = new int[width * 3];
        int count = factor * factor;
        for (int row = 0; row < height; row++) {
            Arrays.fill(sums, 0);
            for (int line = 0; line < factor; line++) {
                int at = ((top + row * factor + line) * picture.width() + left) * 3;
                for (int sum = 0; sum < sums.length; sum += 3) {
                    for (int pixel = 0; pixel < factor; pixel++, at += 3) {
                        sums[sum] += from[at] & 0xFF;
                        sums[sum + 1] += from[at + 1] & 0xFF;
                        sums[sum + 2] += from[at + 2] & 0xFF;
                    }
                }
            }
            for (int i = 0; i < sums.length; i++) {
                to[row * sums.length + i] = (byte) ((sums[i] + count / 2) / count);
            }
        }
        return new BgrImage(width, height, to);
    }

    /** The same square in pixels of the reduced picture. */
    Crop here(Crop crop) {
        Point centre = crop.centre().minus(new Point(left, top)).times(1.0 / factor);
        return new Crop(centre, crop.side() / factor, crop.angle());
    }
}

package avatar.mouths.warp;

import avatar.contract.bundle.PixelBox;
import avatar.faces.video.BgrImage;
import java.awt.image.BufferedImage;

/**
 * Mutable pixels of a box: three numbers each, red, green and blue, 0..255.
 */
final class Pixels {

    static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final float[] values;

    Pixels(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height * CHANNELS];
    }

    /** The pixels of a picture in a box. */
    static Pixels of(BgrImage picture, PixelBox box) {
        Pixels pixels = new Pixels(box.width(), box.height());
        for (int i = 0; i < box.width() * box.height(); i++) {
            int at = ((box.y() + i / box.width()) * picture.width() + box.x() + i % box.width()) * CHANNELS;
            for (int channel = 0; channel < CHANNELS; channel++) {
                pixels.values[i * CHANNELS + channel] = picture.bgr()[at + 2 - channel] & 0xFF;
            }
        }
        return pixels;
    }

    /** The colours of an image, whatever its alpha. */
    static Pixels of(BufferedImage image) {
        Pixels pixels = new Pixels(image.getWidth(), image.getHeight());
        int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < argb.length; i++) {
            pixels.set(i, new Rgb(argb[i] >> 16 & 0xFF, argb[i] >> 8 & 0xFF, argb[i] & 0xFF));
        }
        return pixels;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Red, green, blue of the first pixel of the first row, and so on. */
    float[] values() {
        return values;
    }

    Rgb get(int pixel) {
        int at = pixel * CHANNELS;
        return new Rgb(values[at], values[at + 1], values[at + 2]);
    }

    void set(int pixel, Rgb colour) {
        int at = pixel * CHANNELS;
        values[at] = (float) colour.red();
        values[at + 1] = (float) colour.green();
        values[at + 2] = (float) colour.blue();
    }

    /** Brightness of every pixel ({@link Rgb#luma()}), 0..255. */
    float[] lumas() {
        float[] lumas = new float[width * height];
        for (int i = 0; i < lumas.length; i++) {
            int at = i * CHANNELS;
            lumas[i] = 0.299f * values[at] + 0.587f * values[at + 1] + 0.114f * values[at + 2];
        }
        return lumas;
    }

    /** An image with an alpha, 0..255, for every pixel. */
    BufferedImage toImage(int[] alphas) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = MouthWarp.argb(alphas[i], get(i));
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }
}

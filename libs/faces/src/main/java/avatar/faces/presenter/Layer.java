package avatar.faces.presenter;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A rendered part of the drawing, cropped to its opaque pixels.
 *
 * <p>Rendered at a higher resolution than it is shown, so that a layer between two pixels is as sharp as one on them;
 * otherwise hair would shimmer as it moves.
 *
 * @param x of the left edge in the whole layer, in fine pixels
 * @param y of the upper edge
 */
record Layer(BufferedImage image, int x, int y) {

    /** Fine pixels per pixel; with two, the bilinear filter reads exactly the four that a pixel covers. */
    static final int FINENESS = 2;

    static Layer cutFrom(BufferedImage whole) {
        int[] pixels = ((DataBufferInt) whole.getRaster().getDataBuffer()).getData();
        int width = whole.getWidth();
        int left = width;
        int right = -1;
        int top = -1;
        int bottom = -1;
        for (int row = 0; row < whole.getHeight(); row++) {
            int first = firstPainted(pixels, row * width, width);
            if (first < width) {
                left = Math.min(left, first);
                right = Math.max(right, lastPainted(pixels, row * width, width));
                top = top < 0 ? row : top;
                bottom = row;
            }
        }
        return new Layer(whole.getSubimage(left, top, right - left + 1, bottom - top + 1), left, top);
    }

    private static int firstPainted(int[] pixels, int start, int width) {
        int x = 0;
        while (x < width && pixels[start + x] == 0) {
            x++;
        }
        return x;
    }

    private static int lastPainted(int[] pixels, int start, int width) {
        int x = width - 1;
        while (pixels[start + x] == 0) {
            x--;
        }
        return x;
    }

    /** Draws it as if it were the whole layer at its shown size. */
    void draw(Graphics2D graphics, AffineTransform transform) {
        AffineTransform fine = new AffineTransform(transform);
        fine.scale(1.0 / FINENESS, 1.0 / FINENESS);
        fine.translate(x, y);
        graphics.drawImage(image, fine, null);
    }
}

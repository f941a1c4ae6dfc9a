package avatar.faces.face;

import avatar.faces.video.BgrImage;
import avatar.faces.video.Squares;

/**
 * A part of a picture reduced by an integer factor, each pixel the mean of those it replaces: so a network with a small
 * input uses all pixels, and several crops of one place cost the averaging once. Used by one thread at a time.
 *
 * @param left of the part in the picture
 * @param factor pixels of the picture along a side of one reduced pixel
 */
record Reduced(Squares squares, int left, int top, int factor) implements AutoCloseable {

    /** The reduced picture for squares within {@code crop} of {@code size} pixels along a side. */
    static Reduced around(BgrImage picture, Crop crop, int size) {
        int factor = Math.max(1, (int) (crop.side() / size));
        double reach = crop.side() * (Math.abs(Math.cos(crop.angle())) + Math.abs(Math.sin(crop.angle()))) / 2 + factor;
        int left = Math.clamp((int) (crop.centre().x() - reach), 0, picture.width() - factor);
        int top = Math.clamp((int) (crop.centre().y() - reach), 0, picture.height() - factor);
        int right = Math.clamp((int) Math.ceil(crop.centre().x() + reach), left + factor, picture.width());
        int bottom = Math.clamp((int) Math.ceil(crop.centre().y() + reach), top + factor, picture.height());
        int width = (right - left) / factor * factor;
        int height = (bottom - top) / factor * factor;
        return new Reduced(Squares.of(picture, left, top, width, height, factor), left, top, factor);
    }

    /** The square as planes of red, green and blue, {@code size} x {@code size} each, values 0..1; black outside. */
    float[] planes(Crop crop, int size) {
        Point centre = crop.centre().minus(new Point(left, top)).times(1.0 / factor);
        byte[] bgr = squares.cut(centre.x(), centre.y(), crop.side() / factor, crop.angle(), size);
        int plane = size * size;
        float[] planes = new float[3 * plane];
        for (int i = 0; i < plane; i++) {
            planes[i] = (bgr[3 * i + 2] & 0xFF) / 255f;
            planes[plane + i] = (bgr[3 * i + 1] & 0xFF) / 255f;
            planes[2 * plane + i] = (bgr[3 * i] & 0xFF) / 255f;
        }
        return planes;
    }

    @Override
    public void close() {
        squares.close();
    }
}

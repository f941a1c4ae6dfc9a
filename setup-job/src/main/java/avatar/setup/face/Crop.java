package avatar.setup.face;

import avatar.setup.video.BgrImage;

/**
 * A square of a picture, turned, that a network looks at.
 *
 * @param centre in pixels of the picture
 * @param side in pixels of the picture
 * @param angle that the square is turned by, in radians, clockwise as seen
 */
record Crop(Point centre, double side, double angle) {

    /** The square around a whole picture; what lies outside the picture is black. */
    static Crop letterbox(BgrImage image) {
        return new Crop(
                new Point(image.width() / 2.0, image.height() / 2.0), Math.max(image.width(), image.height()), 0);
    }

    Crop grown(double factor) {
        return new Crop(centre, side * factor, angle);
    }

    /** Carries a place in the square, both coordinates in 0..1, into the picture. */
    Point toPicture(double u, double v) {
        double x = (u - 0.5) * side;
        double y = (v - 0.5) * side;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Point(centre.x() + cos * x - sin * y, centre.y() + sin * x + cos * y);
    }

    /**
     * Reads the square as planes of red, green and blue, {@code size} x {@code size} each, values 0..1. A square larger than
     * {@code size} is averaged, not skipped over: skipping makes the points tremble.
     */
    float[] read(BgrImage image, int size) {
        return read(Reduced.around(image, this, size), size);
    }

    /** The same, from a picture that was reduced around this square or a larger one. */
    float[] read(Reduced reduced, int size) {
        Crop here = reduced.here(this);
        int samples = here.side > size ? 2 : 1;
        Bilinear pixels = new Bilinear(reduced.image(), 1f / (255 * samples * samples));
        float step = (float) (here.side / (size * samples));
        float cos = (float) Math.cos(angle) * step;
        float sin = (float) Math.sin(angle) * step;
        double half = size * samples / 2.0 - 0.5;
        double left = here.centre.x() - (cos - sin) * half;
        double top = here.centre.y() - (sin + cos) * half;
        float[] planes = new float[3 * size * size];
        for (int row = 0; row < size * samples; row++) {
            int at = row / samples * size;
            for (int column = 0; column < size * samples; column++) {
                float x = (float) (left + cos * column - sin * row);
                float y = (float) (top + sin * column + cos * row);
                pixels.add(x, y, planes, at + column / samples);
            }
        }
        return planes;
    }

    /** Reads a picture between its pixels; outside the picture is black. */
    private static final class Bilinear {

        private final byte[] bgr;
        private final int width;
        private final int height;
        private final float weight;

        Bilinear(BgrImage image, float weight) {
            this.bgr = image.bgr();
            this.width = image.width();
            this.height = image.height();
            this.weight = weight;
        }

        /** Adds the pixel at that place to the planes of red, green and blue. */
        void add(float x, float y, float[] planes, int to) {
            float fromLeft = x - 0.5f;
            float fromTop = y - 0.5f;
            int x0 = (int) fromLeft;
            int y0 = (int) fromTop;
            if (fromLeft < 0 || fromTop < 0 || x0 >= width - 1 || y0 >= height - 1) {
                return;
            }
            float right = fromLeft - x0;
            float below = fromTop - y0;
            float bottomWeight = below * weight;
            float topWeight = weight - bottomWeight;
            float topRight = right * topWeight;
            float topLeft = topWeight - topRight;
            float bottomRight = right * bottomWeight;
            float bottomLeft = bottomWeight - bottomRight;
            int top = (y0 * width + x0) * 3;
            int bottom = top + width * 3;
            int plane = planes.length / 3;
            for (int channel = 0; channel < 3; channel++) {
                planes[to + (2 - channel) * plane] += topLeft * (bgr[top + channel] & 0xFF)
                        + topRight * (bgr[top + 3 + channel] & 0xFF)
                        + bottomLeft * (bgr[bottom + channel] & 0xFF)
                        + bottomRight * (bgr[bottom + 3 + channel] & 0xFF);
            }
        }
    }
}

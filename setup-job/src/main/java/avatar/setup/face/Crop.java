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

    /** Samples along a side of a pixel that is read; more cost more than they steady. */
    private static final int MOST_SAMPLES = 3;

    /** The square around a whole picture; what lies outside the picture is black. */
    static Crop letterbox(BgrImage image) {
        return new Crop(
                new Point(image.width() / 2.0, image.height() / 2.0), Math.max(image.width(), image.height()), 0);
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
        int samples = Math.clamp((int) Math.ceil(side / size), 1, MOST_SAMPLES);
        float[] planes = new float[3 * size * size];
        double cos = Math.cos(angle) * side;
        double sin = Math.sin(angle) * side;
        double step = 1.0 / (size * samples);
        float weight = 1f / (255 * samples * samples);
        float[] rgb = new float[3];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                rgb[0] = 0;
                rgb[1] = 0;
                rgb[2] = 0;
                for (int i = 0; i < samples; i++) {
                    double v = (row * samples + i + 0.5) * step - 0.5;
                    for (int j = 0; j < samples; j++) {
                        double u = (column * samples + j + 0.5) * step - 0.5;
                        addPixel(image, centre.x() + cos * u - sin * v, centre.y() + sin * u + cos * v, rgb);
                    }
                }
                int at = row * size + column;
                planes[at] = rgb[0] * weight;
                planes[size * size + at] = rgb[1] * weight;
                planes[2 * size * size + at] = rgb[2] * weight;
            }
        }
        return planes;
    }

    /** Adds the bilinear pixel at that place to red, green and blue; outside the picture is black. */
    private static void addPixel(BgrImage image, double x, double y, float[] rgb) {
        int x0 = (int) Math.floor(x - 0.5);
        int y0 = (int) Math.floor(y - 0.5);
        if (x0 < 0 || y0 < 0 || x0 >= image.width() - 1 || y0 >= image.height() - 1) {
            return;
        }
        float right = (float) (x - 0.5 - x0);
        float below = (float) (y - 0.5 - y0);
        float topLeft = (1 - right) * (1 - below);
        float topRight = right * (1 - below);
        float bottomLeft = (1 - right) * below;
        float bottomRight = right * below;
        byte[] bgr = image.bgr();
        int top = (y0 * image.width() + x0) * 3;
        int bottom = top + image.width() * 3;
        for (int channel = 0; channel < 3; channel++) {
            rgb[2 - channel] += topLeft * (bgr[top + channel] & 0xFF)
                    + topRight * (bgr[top + 3 + channel] & 0xFF)
                    + bottomLeft * (bgr[bottom + channel] & 0xFF)
                    + bottomRight * (bgr[bottom + 3 + channel] & 0xFF);
        }
    }
}

package avatar.sadtalker.pipeline;

/**
 * A picture in the format of the networks: three planes, red, green and blue, of values 0..1, row after row. The values
 * are shared, never copied: after a picture was passed on, nothing changes it.
 */
public final class Picture {

    public static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final float[] planes;

    public Picture(int width, int height, float[] planes) {
        if (width < 1 || height < 1 || planes.length != CHANNELS * width * height) {
            throw new IllegalArgumentException(
                    "Invalid picture: found %d values for %dx%d".formatted(planes.length, width, height));
        }
        this.width = width;
        this.height = height;
        this.planes = planes;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public float[] planes() {
        return planes;
    }

    public float at(int channel, int x, int y) {
        return planes[(channel * height + y) * width + x];
    }

    /** A part of the picture; black outside. */
    public Picture part(int left, int top, int newWidth, int newHeight) {
        float[] part = new float[CHANNELS * newWidth * newHeight];
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int y = Math.max(0, -top); y < Math.min(newHeight, height - top); y++) {
                int from = Math.max(0, -left);
                int to = Math.min(newWidth, width - left);
                if (from < to) {
                    System.arraycopy(
                            planes,
                            (channel * height + top + y) * width + left + from,
                            part,
                            (channel * newHeight + y) * newWidth + from,
                            to - from);
                }
            }
        }
        return new Picture(newWidth, newHeight, part);
    }
}

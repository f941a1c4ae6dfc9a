package avatar.faces.loop;

import avatar.faces.video.BgrImage;

/**
 * A picture reduced so far that it can be compared with every other: brightness only, each cell the mean of its pixels.
 */
final class Thumbnail {

    /** Every second pixel of every second row is read: a cell still covers dozens. */
    private static final int STRIDE = 2;

    /** Cell values are in fractions of the 256 shades. */
    private static final int SHADES = 64;

    private final int width;
    private final int height;
    private final short[] cells;

    private Thumbnail(int width, int height, short[] cells) {
        this.width = width;
        this.height = height;
        this.cells = cells;
    }

    static Thumbnail of(BgrImage picture, int longerSide) {
        double scale = Math.min(1, (double) longerSide / Math.max(picture.width(), picture.height()));
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        short[] cells = new short[width * height];
        for (int y = 0; y < height; y++) {
            int top = y * picture.height() / height;
            int bottom = Math.max(top + 1, (y + 1) * picture.height() / height);
            for (int x = 0; x < width; x++) {
                int left = x * picture.width() / width;
                int right = Math.max(left + 1, (x + 1) * picture.width() / width);
                cells[y * width + x] = mean(picture, left, top, right, bottom);
            }
        }
        return new Thumbnail(width, height, cells);
    }

    /** Weights of BT.601's brightness, in 256ths. */
    private static short mean(BgrImage picture, int left, int top, int right, int bottom) {
        byte[] bgr = picture.bgr();
        int sum = 0;
        int count = 0;
        for (int y = top; y < bottom; y += STRIDE) {
            for (int x = left; x < right; x += STRIDE) {
                int at = (y * picture.width() + x) * 3;
                sum += 29 * (bgr[at] & 0xff) + 150 * (bgr[at + 1] & 0xff) + 77 * (bgr[at + 2] & 0xff);
                count++;
            }
        }
        return (short) ((long) sum * SHADES / 256 / count);
    }

    int width() {
        return width;
    }

    /** Row by row, in 64ths of a shade; shared, not to be changed. */
    short[] cells() {
        return cells;
    }

    /** One cell for each square of so many cells; a remainder at the right and at the bottom is dropped. */
    Thumbnail shrunk(int factor) {
        int smallWidth = Math.max(1, width / factor);
        int smallHeight = Math.max(1, height / factor);
        int[] sums = new int[smallWidth * smallHeight];
        int[] counts = new int[sums.length];
        for (int y = 0; y < Math.min(height, smallHeight * factor); y++) {
            for (int x = 0; x < Math.min(width, smallWidth * factor); x++) {
                int cell = y / factor * smallWidth + x / factor;
                sums[cell] += cells[y * width + x];
                counts[cell]++;
            }
        }
        short[] small = new short[sums.length];
        for (int cell = 0; cell < small.length; cell++) {
            small[cell] = (short) (sums[cell] / counts[cell]);
        }
        return new Thumbnail(smallWidth, smallHeight, small);
    }

    /** The brightness between the middles of the cells, which have whole numbers; beyond the edge as at the edge. */
    short at(double x, double y) {
        double inX = Math.clamp(x, 0, width - 1);
        double inY = Math.clamp(y, 0, height - 1);
        int left = (int) inX;
        int top = (int) inY;
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, height - 1);
        double partX = inX - left;
        double partY = inY - top;
        double above = (1 - partX) * cells[top * width + left] + partX * cells[top * width + right];
        double below = (1 - partX) * cells[bottom * width + left] + partX * cells[bottom * width + right];
        return (short) Math.round((1 - partY) * above + partY * below);
    }

    /** Mean difference of the cells, in shades of 0 to 255. */
    double differenceTo(Thumbnail other) {
        return difference(cells, other.cells);
    }

    static double difference(short[] one, short[] other) {
        int sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return (double) sum / one.length / SHADES;
    }
}

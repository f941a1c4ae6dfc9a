package avatar.bench.reference;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import avatar.contract.bundle.Light;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A mouth patch, put on a picture as the bundle's format defines it, in plain floating point: light, place, mask.
 * Written for readability and comparison, not for speed.
 */
final class PlainPatch {

    private static final int CHANNELS = 4;
    private static final int CORNERS = 4;

    private final PixelBox box;
    private final byte[] bgra;

    /** The direction of each pixel from the middle, in turns. */
    private final double[] turns;

    /** @param box its place in the reference frame */
    private PlainPatch(PixelBox box, byte[] bgra) {
        this.box = box;
        this.bgra = bgra;
        this.turns = new double[box.width() * box.height()];
        PixelBox own = new PixelBox(0, 0, box.width(), box.height());
        for (int i = 0; i < turns.length; i++) {
            int row = i / box.width();
            turns[i] = Light.turn(own, i % box.width() + 0.5, row + 0.5);
        }
    }

    static PlainPatch read(Path file, PixelBox box) {
        try (Mat picture = imread(file.toString(), IMREAD_UNCHANGED)) {
            byte[] bgra = new byte[box.width() * box.height() * CHANNELS];
            if (picture.total() * picture.elemSize() != bgra.length) {
                throw new IllegalArgumentException("%s is no RGBA picture of %s".formatted(file, box));
            }
            picture.data().get(bgra);
            return new PlainPatch(box, bgra);
        }
    }

    /**
     * Lays it on a part of a picture.
     *
     * @param bgr pixels of the part, row by row
     * @param part as {@link #reach} gives it
     * @param carried from the reference frame onto the picture
     * @param strength 0..1
     */
    void layOn(byte[] bgr, PixelBox part, Similarity carried, Light light, double strength) {
        double[] lit = lit(light);
        Similarity back = carried.inverse();
        double[] pixel = new double[CHANNELS];
        for (int i = 0; i < bgr.length / 3; i++) {
            int x = part.x() + i % part.width();
            int y = part.y() + i / part.width();
            between(lit, back.x(x, y) - box.x(), back.y(x, y) - box.y(), pixel);
            double left = 1 - pixel[3] / 255 * strength;
            for (int channel = 0; channel < 3; channel++) {
                double mixed = (bgr[3 * i + channel] & 0xFF) * left + pixel[channel] * strength;
                bgr[3 * i + channel] = (byte) Math.round(Math.min(255, mixed));
            }
        }
    }

    /** Its pixels in that light, colours multiplied by alpha. */
    private double[] lit(Light light) {
        double[] lit = new double[bgra.length];
        for (int i = 0; i < turns.length; i++) {
            int at = i * CHANNELS;
            int alpha = bgra[at + 3] & 0xFF;
            for (int channel = 0; channel < 3 && alpha > 0; channel++) {
                double gain = light.at(2 - channel, turns[i], alpha);
                lit[at + channel] = Math.min(255, (bgra[at + channel] & 0xFF) * gain) * alpha / 255;
            }
            lit[at + 3] = alpha;
        }
        return lit;
    }

    /** The colour between four pixels; beyond the patch all is transparent. */
    private void between(double[] pixels, double x, double y, double[] into) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double down = y - top;
        for (int channel = 0; channel < CHANNELS; channel++) {
            double above = at(pixels, left, top, channel) * (1 - right) + at(pixels, left + 1, top, channel) * right;
            double below =
                    at(pixels, left, top + 1, channel) * (1 - right) + at(pixels, left + 1, top + 1, channel) * right;
            into[channel] = above * (1 - down) + below * down;
        }
    }

    private double at(double[] pixels, int x, int y, int channel) {
        boolean within = x >= 0 && y >= 0 && x < box.width() && y < box.height();
        return within ? pixels[(y * box.width() + x) * CHANNELS + channel] : 0;
    }

    /** Where on a picture of that size it may change something. */
    PixelBox reach(Similarity carried, int width, int height) {
        double[] xs = new double[CORNERS];
        double[] ys = new double[CORNERS];
        for (int corner = 0; corner < CORNERS; corner++) {
            int x = box.x() - 1 + corner % 2 * (box.width() + 1);
            int y = box.y() - 1 + corner / 2 * (box.height() + 1);
            xs[corner] = carried.x(x, y);
            ys[corner] = carried.y(x, y);
        }
        Arrays.sort(xs);
        Arrays.sort(ys);
        int left = (int) Math.clamp(Math.floor(xs[0]), 0, width);
        int top = (int) Math.clamp(Math.floor(ys[0]), 0, height);
        int right = (int) Math.clamp(Math.ceil(xs[CORNERS - 1]) + 1, left, width);
        int bottom = (int) Math.clamp(Math.ceil(ys[CORNERS - 1]) + 1, top, height);
        return new PixelBox(left, top, right - left, bottom - top);
    }
}

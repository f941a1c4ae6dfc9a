package avatar.mouths.harvest;

import avatar.contract.bundle.PixelBox;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import avatar.mouths.warp.Mask;
import avatar.mouths.warp.Rgb;

/**
 * Matches the colours of a patch to the reference frame along the edge of the mask, and spreads the correction inwards
 * as smoothly as possible: like a membrane stretched over the mask (the solution of Laplace's equation in a disk, by
 * its Fourier series), as in Poisson image editing (Pérez and others, 2003).
 */
public final class BorderMatch {

    /** Number of waves around the mouth: enough for light, and too few for the finer pattern of skin. */
    private static final int WAVES = 16;

    private static final int DIRECTIONS = 144;
    private static final double[] RADII = {0.80, 0.84, 0.88, 0.92, 0.96};

    /** The radius where the membrane is fixed. */
    private static final double EDGE = 0.84;

    /** A larger difference, of 255, is not light but another object: hair, a collar. */
    private static final double MOST = 40;

    private static final int CHANNELS = 3;

    private final BgrImage reference;
    private final Mask mask;
    private final PixelBox box;

    public BorderMatch(BgrImage reference, Mask mask, PixelBox box) {
        this.reference = reference;
        this.mask = mask;
        this.box = box;
    }

    /**
     * The pixels of the box with their colours matched.
     *
     * @param pixels of the box, row after row
     */
    public BgrImage matched(Rgb[] pixels) {
        double[][][] waves = waves(missing(pixels));
        byte[] bgr = new byte[pixels.length * CHANNELS];
        for (int i = 0; i < pixels.length; i++) {
            double x = box.x() + i % box.width() + 0.5;
            double y = box.y() + i / box.width() + 0.5;
            double[] more = membrane(waves, Math.min(1, mask.radius(x, y) / EDGE), mask.radians(x, y));
            bgr[i * CHANNELS] = rounded(pixels[i].blue() + more[2]);
            bgr[i * CHANNELS + 1] = rounded(pixels[i].green() + more[1]);
            bgr[i * CHANNELS + 2] = rounded(pixels[i].red() + more[0]);
        }
        return new BgrImage(box.width(), box.height(), bgr);
    }

    private static byte rounded(double value) {
        return (byte) Math.round(Math.clamp(value, 0, 255));
    }

    /** For each direction the difference of red, green and blue at the edge. */
    private double[][] missing(Rgb[] pixels) {
        double[][] missing = new double[DIRECTIONS][CHANNELS];
        for (int i = 0; i < DIRECTIONS; i++) {
            int count = 0;
            for (double radius : RADII) {
                Point place = mask.place(radius, 2 * Math.PI * i / DIRECTIONS);
                int x = (int) Math.floor(place.x());
                int y = (int) Math.floor(place.y());
                int column = x - box.x();
                int row = y - box.y();
                if (column >= 0 && row >= 0 && column < box.width() && row < box.height()) {
                    Rgb patch = pixels[row * box.width() + column];
                    int at = (y * reference.width() + x) * CHANNELS;
                    missing[i][0] += (reference.bgr()[at + 2] & 0xFF) - patch.red();
                    missing[i][1] += (reference.bgr()[at + 1] & 0xFF) - patch.green();
                    missing[i][2] += (reference.bgr()[at] & 0xFF) - patch.blue();
                    count++;
                }
            }
            for (int channel = 0; channel < CHANNELS; channel++) {
                missing[i][channel] = Math.clamp(missing[i][channel] / Math.max(1, count), -MOST, MOST);
            }
        }
        return missing;
    }

    /** Cosine and sine part of each wave around the mask, for each channel. */
    private static double[][][] waves(double[][] values) {
        double[][][] waves = new double[WAVES + 1][CHANNELS][2];
        for (int wave = 0; wave <= WAVES; wave++) {
            for (int i = 0; i < DIRECTIONS; i++) {
                double phase = 2 * Math.PI * i * wave / DIRECTIONS;
                double share = (wave == 0 ? 1.0 : 2.0) / DIRECTIONS;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    waves[wave][channel][0] += share * values[i][channel] * Math.cos(phase);
                    waves[wave][channel][1] += share * values[i][channel] * Math.sin(phase);
                }
            }
        }
        return waves;
    }

    /** @param radius 1 where it is fixed */
    private static double[] membrane(double[][][] waves, double radius, double radians) {
        double[] value = new double[CHANNELS];
        double power = 1;
        for (int wave = 0; wave <= WAVES; wave++) {
            double cos = power * Math.cos(wave * radians);
            double sin = power * Math.sin(wave * radians);
            for (int channel = 0; channel < CHANNELS; channel++) {
                value[channel] += cos * waves[wave][channel][0] + sin * waves[wave][channel][1];
            }
            power *= radius;
        }
        return value;
    }
}

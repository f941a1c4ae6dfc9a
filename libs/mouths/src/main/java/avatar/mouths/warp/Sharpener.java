package avatar.mouths.warp;

import java.util.BitSet;

/** Restores the sharpness that a picture loses by interpolation and stretching, by an unsharp mask. */
final class Sharpener {

    /** Part of the reference's sharpness that is restored. */
    private static final double ENOUGH = 1;

    private static final double MOST = 1.2;

    private Sharpener() {}

    /**
     * Sharpens as little as necessary, up to a limit.
     *
     * @param reference the picture before it was bent
     * @param amount weight of the sharpening for each pixel, 0..1
     * @param measured the pixels whose sharpness counts
     */
    static Pixels sharpened(Pixels bent, Pixels reference, float[] amount, BitSet measured) {
        double lost = ENOUGH - Sharpness.ratio(reference, bent, measured);
        if (lost <= 0) {
            return bent;
        }
        Pixels detail = detail(bent, amount);
        return with(bent, detail, Math.min(MOST, factor(bent, detail, reference, measured)));
    }

    /**
     * The Laplacian is linear: with {@code k} times the detail added, its variance is that of the picture + 2 k times
     * their covariance + k² times that of the detail.
     */
    private static double factor(Pixels bent, Pixels detail, Pixels reference, BitSet measured) {
        int width = bent.width();
        float[] lumas = bent.lumas();
        float[] details = detail.lumas();
        float[] references = reference.lumas();
        double wanted = ENOUGH * Sharpness.covariance(references, references, width, measured);
        double missing = wanted - Sharpness.covariance(lumas, lumas, width, measured);
        double both = Sharpness.covariance(lumas, details, width, measured);
        double square = Sharpness.covariance(details, details, width, measured);
        return square == 0 ? 0 : (Math.sqrt(both * both + square * missing) - both) / square;
    }

    /**
     * The difference of a pixel from the mean of itself and its eight neighbours (weights 1 2 1 each way); 0 at the
     * border.
     */
    private static Pixels detail(Pixels pixels, float[] amount) {
        float[] values = pixels.values();
        Pixels detail = new Pixels(pixels.width(), pixels.height());
        int row = pixels.width() * Pixels.CHANNELS;
        for (int y = 1; y < pixels.height() - 1; y++) {
            for (int i = y * row + Pixels.CHANNELS; i < (y + 1) * row - Pixels.CHANNELS; i++) {
                float mean = (smooth(values, i - row) + 2 * smooth(values, i) + smooth(values, i + row)) / 16;
                detail.values()[i] = amount[i / Pixels.CHANNELS] * (values[i] - mean);
            }
        }
        return detail;
    }

    private static float smooth(float[] values, int i) {
        return values[i - Pixels.CHANNELS] + 2 * values[i] + values[i + Pixels.CHANNELS];
    }

    private static Pixels with(Pixels bent, Pixels detail, double factor) {
        Pixels sharp = new Pixels(bent.width(), bent.height());
        for (int i = 0; i < bent.values().length; i++) {
            sharp.values()[i] = (float) Math.clamp(bent.values()[i] + factor * detail.values()[i], 0, 255);
        }
        return sharp;
    }
}

package avatar.mouths.warp;

import avatar.contract.bundle.PixelBox;
import avatar.faces.video.BgrImage;
import java.awt.image.BufferedImage;
import java.util.BitSet;

/**
 * Sharpness of a picture: the variance of its Laplacian (Pech-Pacheco and others, 2000), which falls as soon as detail
 * is lost.
 */
public final class Sharpness {

    /**
     * Distance from excluded pixels: the Laplacian reads neighbours, and an edge between two objects is a pixel and a
     * half wide.
     */
    private static final int REACH = 2;

    private Sharpness() {}

    /**
     * The sharpness of a patch relative to its source picture, both over the same pixels: those where the patch is
     * opaque and both show lips or skin.
     *
     * @param inside the pixels of the patch, counted row by row, that show the inside of the mouth
     * @return 1: as sharp as the picture
     */
    public static double ratio(BgrImage picture, PixelBox box, BufferedImage patch, BitSet inside) {
        int[] argb = patch.getRGB(0, 0, patch.getWidth(), patch.getHeight(), null, 0, patch.getWidth());
        BitSet skin = new BitSet();
        for (int i = 0; i < argb.length; i++) {
            skin.set(i, argb[i] >>> 24 == 255);
        }
        BitSet measured = without(skin, inside, patch.getWidth(), patch.getHeight());
        return ratio(Pixels.of(picture, box), Pixels.of(patch), measured);
    }

    /** The ratio of two pictures of one size, over some of their pixels. */
    static double ratio(Pixels reference, Pixels changed, BitSet measured) {
        double sharpness = variance(reference, measured);
        return sharpness == 0 ? 1 : variance(changed, measured) / sharpness;
    }

    /** Pixels far enough from the edge of the picture and from excluded pixels. */
    static BitSet without(BitSet pixels, BitSet others, int width, int height) {
        BitSet left = (BitSet) pixels.clone();
        for (int i = others.nextSetBit(0); i >= 0; i = others.nextSetBit(i + 1)) {
            for (int y = Math.max(0, i / width - REACH); y <= Math.min(height - 1, i / width + REACH); y++) {
                int x = i % width;
                left.clear(y * width + Math.max(0, x - REACH), y * width + Math.min(width - 1, x + REACH) + 1);
            }
        }
        for (int y = 0; y < height; y++) {
            left.clear(y * width);
            left.clear(y * width + width - 1);
        }
        left.clear(0, width);
        left.clear((height - 1) * width, height * width);
        return left;
    }

    private static double variance(Pixels pixels, BitSet measured) {
        float[] lumas = pixels.lumas();
        return covariance(lumas, lumas, pixels.width(), measured);
    }

    /** The variances of the Laplacians of two pictures of one size. */
    static double covariance(float[] one, float[] other, int width, BitSet measured) {
        double sum = 0;
        double otherSum = 0;
        double products = 0;
        for (int i = measured.nextSetBit(0); i >= 0; i = measured.nextSetBit(i + 1)) {
            double laplacian = laplacian(one, i, width);
            double others = laplacian(other, i, width);
            sum += laplacian;
            otherSum += others;
            products += laplacian * others;
        }
        int count = Math.max(1, measured.cardinality());
        return products / count - sum / count * (otherSum / count);
    }

    private static double laplacian(float[] lumas, int i, int width) {
        return lumas[i - 1] + lumas[i + 1] + lumas[i - width] + lumas[i + width] - 4 * lumas[i];
    }
}

package avatar.sadtalker.pipeline;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Scales pictures. Where they get smaller, the filter covers all source pixels of a pixel, so that fine
 * patterns turn grey instead of coarse.
 */
public enum Scaling {
    /** Linear interpolation. */
    LINEAR(1, Scaling::triangle),
    /** Cubic interpolation, Catmull and Rom's. */
    CUBIC(2, Scaling::cubic);

    private final int support;

    @SuppressWarnings("ImmutableEnumChecker") // a method of this class
    private final DoubleUnaryOperator filter;

    Scaling(int support, DoubleUnaryOperator filter) {
        this.support = support;
        this.filter = filter;
    }

    public Picture scaled(Picture picture, int width, int height) {
        float[] wide = along(picture.planes(), Picture.CHANNELS * picture.height(), picture.width(), 1, width);
        float[] planes = new float[Picture.CHANNELS * width * height];
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            int from = channel * picture.height() * width;
            float[] plane = Arrays.copyOfRange(wide, from, from + picture.height() * width);
            float[] high = along(plane, width, picture.height(), width, height);
            System.arraycopy(high, 0, planes, channel * width * height, high.length);
        }
        for (int i = 0; i < planes.length; i++) {
            planes[i] = Math.clamp(planes[i], 0, 1);
        }
        return new Picture(width, height, planes);
    }

    /**
     * Scales every line of a picture.
     *
     * @param step from one value of a line to the next: 1 for rows, the number of columns for columns
     */
    private float[] along(float[] values, int lines, int size, int step, int newSize) {
        float[] scaled = new float[lines * newSize];
        double ratio = (double) size / newSize;
        double reach = support * Math.max(1, ratio);
        for (int i = 0; i < newSize; i++) {
            double centre = (i + 0.5) * ratio;
            int from = Math.max(0, (int) (centre - reach + 0.5));
            int to = Math.min(size, (int) (centre + reach + 0.5));
            double[] weights = weights(from, to, centre, Math.max(1, ratio));
            for (int line = 0; line < lines; line++) {
                double sum = 0;
                for (int j = from; j < to; j++) {
                    sum += weights[j - from] * values[step == 1 ? line * size + j : j * step + line];
                }
                scaled[step == 1 ? line * newSize + i : i * step + line] = (float) sum;
            }
        }
        return scaled;
    }

    private double[] weights(int from, int to, double centre, double stretch) {
        double[] weights = new double[to - from];
        double sum = 0;
        for (int j = from; j < to; j++) {
            weights[j - from] = filter.applyAsDouble((j + 0.5 - centre) / stretch);
            sum += weights[j - from];
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] /= sum;
        }
        return weights;
    }

    private static double triangle(double x) {
        return Math.max(0, 1 - Math.abs(x));
    }

    private static double cubic(double x) {
        double distance = Math.abs(x);
        if (distance < 1) {
            return (1.5 * distance - 2.5) * distance * distance + 1;
        }
        return distance < 2 ? ((-0.5 * distance + 2.5) * distance - 4) * distance + 2 : 0;
    }
}

package avatar.faces.face;

/** Smooths values over time without lag: the whole clip is known, so both sides of a moment count. */
public final class Smoothing {

    private Smoothing() {}

    /** The mean around each value, weighted by a Gaussian, which is cut off at the ends. */
    public static double[] gaussian(double[] values, double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            double weights = 0;
            for (int k = Math.max(0, i - reach); k <= Math.min(values.length - 1, i + reach); k++) {
                double weight = Math.exp(-0.5 * (k - i) * (k - i) / (sigma * sigma));
                sum += weight * values[k];
                weights += weight;
            }
            smooth[i] = sum / weights;
        }
        return smooth;
    }

    /** The odd number of frames nearest to that time, at least 5. */
    public static int window(double seconds, double fps) {
        return Math.max(5, 2 * (int) Math.round((seconds * fps - 1) / 2) + 1);
    }

    /**
     * Savitzky and Golay, 1964: each value of the parabola that fits best to the {@code window} values around it; at
     * the ends, to the first or last {@code window} values.
     *
     * @param window odd; fewer values than that are left as they are
     */
    public static double[] savitzkyGolay(double[] values, int window) {
        if (values.length < window) {
            return values.clone();
        }
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int first = Math.clamp(i - window / 2, 0, values.length - window);
            smooth[i] = parabolaAt(values, first, window, i);
        }
        return smooth;
    }

    /**
     * Least squares with Legendre-like polynomials that are orthogonal over the window, so nothing need be inverted.
     */
    private static double parabolaAt(double[] values, int first, int window, int at) {
        double middle = (window - 1) / 2.0;
        double meanSquare = (window * (double) window - 1) / 12;
        double constant = 0;
        double linear = 0;
        double quadratic = 0;
        double linearNorm = 0;
        double quadraticNorm = 0;
        for (int k = 0; k < window; k++) {
            double t = k - middle;
            double q = t * t - meanSquare;
            constant += values[first + k];
            linear += t * values[first + k];
            quadratic += q * values[first + k];
            linearNorm += t * t;
            quadraticNorm += q * q;
        }
        double t = at - first - middle;
        return constant / window + linear / linearNorm * t + quadratic / quadraticNorm * (t * t - meanSquare);
    }
}

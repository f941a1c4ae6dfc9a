package avatar.sadtalker.pipeline;

/** 80 triangles over a spectrum, evenly spaced on Slaney's mel scale, each of the same area. */
final class MelFilters {

    static final int BANDS = 80;

    private static final double LOWEST_HZ = 55;
    private static final double HIGHEST_HZ = 7_600;

    /** The scale is linear below this frequency, logarithmic above it. */
    private static final double BREAK_HZ = 1_000;

    private static final double HZ_PER_MEL = 200.0 / 3;
    private static final double BREAK_MEL = BREAK_HZ / HZ_PER_MEL;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    private final float[][] weights;

    /**
     * Computes the filters.
     *
     * @param bins of the spectrum
     * @param binHz distance of two bins
     */
    MelFilters(int bins, double binHz) {
        weights = new float[BANDS][bins];
        double from = mel(LOWEST_HZ);
        double step = (mel(HIGHEST_HZ) - from) / (BANDS + 1);
        for (int band = 0; band < BANDS; band++) {
            double left = hz(from + band * step);
            double top = hz(from + (band + 1) * step);
            double right = hz(from + (band + 2) * step);
            for (int bin = 0; bin < bins; bin++) {
                double at = bin * binHz;
                double triangle = Math.min((at - left) / (top - left), (right - at) / (right - top));
                weights[band][bin] = (float) (Math.max(0, triangle) * 2 / (right - left));
            }
        }
    }

    static double mel(double hz) {
        return hz < BREAK_HZ ? hz / HZ_PER_MEL : BREAK_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
    }

    static double hz(double mel) {
        return mel < BREAK_MEL ? mel * HZ_PER_MEL : BREAK_HZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
    }

    double band(int band, double[] spectrum) {
        double sum = 0;
        for (int bin = 0; bin < spectrum.length; bin++) {
            sum += weights[band][bin] * spectrum[bin];
        }
        return sum;
    }
}

package avatar.phonetics.align;

/** The mel-frequency cepstral coefficients of one window of sound (Davis and Mermelstein 1980). Not thread-safe. */
final class MelCepstrum {

    static final int COEFFICIENTS = 13;

    /** 25 ms. */
    private static final int WINDOW = 400;

    private static final int TRANSFORM = 512;
    private static final int BANDS = 26;
    private static final double LOWEST_HZ = 100;
    private static final double HIGHEST_HZ = 7_000;
    private static final float PRE_EMPHASIS = 0.97f;
    private static final double SMALLEST_POWER = 1e-7;

    private final Fourier fourier = new Fourier(TRANSFORM);
    private final double[] real = new double[TRANSFORM];
    private final double[] imaginary = new double[TRANSFORM];
    private final double[] hamming = new double[WINDOW];
    private final Band[] bank = new Band[BANDS];
    private final double[][] cosines = new double[COEFFICIENTS][BANDS];

    MelCepstrum() {
        for (int i = 0; i < WINDOW; i++) {
            hamming[i] = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (WINDOW - 1));
        }
        double low = mel(LOWEST_HZ);
        double step = (mel(HIGHEST_HZ) - low) / (BANDS + 1);
        for (int band = 0; band < BANDS; band++) {
            double from = low + step * band;
            bank[band] = Band.of(hertz(from), hertz(from + step), hertz(from + 2 * step));
        }
        for (int c = 0; c < COEFFICIENTS; c++) {
            for (int band = 0; band < BANDS; band++) {
                cosines[c][band] = Math.cos(Math.PI * c * (band + 0.5) / BANDS);
            }
        }
    }

    /** Computes the coefficients of the window around a frame. */
    float[] of(float[] sound, int frame) {
        transform(sound, frame * Frames.HOP - WINDOW / 2);
        double[] bands = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            bands[band] = Math.log(bank[band].power(real, imaginary) + SMALLEST_POWER);
        }
        float[] cepstrum = new float[COEFFICIENTS];
        for (int c = 0; c < COEFFICIENTS; c++) {
            double sum = 0;
            for (int band = 0; band < BANDS; band++) {
                sum += bands[band] * cosines[c][band];
            }
            cepstrum[c] = (float) sum;
        }
        return cepstrum;
    }

    /** Computes the spectrum of a window with pre-emphasis; outside of the sound there is silence. */
    private void transform(float[] sound, int start) {
        for (int i = 0; i < TRANSFORM; i++) {
            int at = start + i;
            boolean isHeard = i < WINDOW && at >= 1 && at < sound.length;
            real[i] = isHeard ? (sound[at] - PRE_EMPHASIS * sound[at - 1]) * hamming[i] : 0;
            imaginary[i] = 0;
        }
        fourier.transform(real, imaginary);
    }

    private static double mel(double hertz) {
        return 2_595 * Math.log10(1 + hertz / 700);
    }

    private static double hertz(double mel) {
        return 700 * (Math.pow(10, mel / 2_595) - 1);
    }

    /** A triangular filter: the weights of the spectral lines from {@code first} on. */
    private static final class Band {

        private final int first;
        private final double[] weights;

        private Band(int first, double[] weights) {
            this.first = first;
            this.weights = weights;
        }

        static Band of(double fromHz, double peakHz, double toHz) {
            double line = (double) Resampler.RATE_HZ / TRANSFORM;
            int first = (int) Math.ceil(fromHz / line);
            double[] weights = new double[(int) Math.floor(toHz / line) - first + 1];
            for (int i = 0; i < weights.length; i++) {
                double hertz = (first + i) * line;
                weights[i] = Math.min((hertz - fromHz) / (peakHz - fromHz), (toHz - hertz) / (toHz - peakHz));
            }
            return new Band(first, weights);
        }

        double power(double[] real, double[] imaginary) {
            double power = 0;
            for (int i = 0; i < weights.length; i++) {
                double re = real[first + i];
                double im = imaginary[first + i];
                power += weights[i] * (re * re + im * im);
            }
            return power;
        }
    }
}

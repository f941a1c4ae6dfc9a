package avatar.phonetics.align;

import java.nio.ShortBuffer;

/** Resamples sound to the rate of the analysis, with a windowed sinc filter (Hann, 16 zero crossings on each side). */
final class Resampler {

    static final int RATE_HZ = 16_000;

    private static final int ZERO_CROSSINGS = 16;

    /** The filter's pass band as a share of the lower of the two Nyquist frequencies. */
    private static final double PASS_BAND = 0.95;

    /** Entries of the filter's table for each sample: finer than 16 bits resolve. */
    private static final int STEPS = 512;

    private static final float FULL_SCALE = 32_768f;

    private Resampler() {}

    /** The sound at {@link #RATE_HZ}, with full scale at 1; the buffer is read from position 0. */
    static float[] resample(ShortBuffer samples, int fromHz) {
        double step = (double) fromHz / RATE_HZ;
        double cutoff = PASS_BAND * Math.min(1, 1 / step);
        int half = (int) Math.ceil(ZERO_CROSSINGS * Math.max(1, step));
        float[] filter = filter(half, cutoff);
        float[] resampled = new float[(int) (samples.remaining() / step)];
        for (int i = 0; i < resampled.length; i++) {
            resampled[i] = fromHz == RATE_HZ ? samples.get(i) / FULL_SCALE : filtered(samples, i * step, half, filter);
        }
        return resampled;
    }

    /** One side of the filter: {@link #STEPS} values for each sample, and one more for interpolation. */
    private static float[] filter(int half, double cutoff) {
        float[] filter = new float[half * STEPS + 2];
        for (int i = 0; i <= half * STEPS; i++) {
            double distance = (double) i / STEPS;
            double angle = Math.PI * distance * cutoff;
            double sinc = i == 0 ? 1 : Math.sin(angle) / angle;
            filter[i] = (float) (cutoff * sinc * (0.5 + 0.5 * Math.cos(Math.PI * distance / half)));
        }
        return filter;
    }

    private static float filtered(ShortBuffer samples, double centre, int half, float[] filter) {
        int from = Math.max(0, (int) Math.ceil(centre - half));
        int to = Math.min(samples.remaining() - 1, (int) Math.floor(centre + half));
        float sum = 0;
        for (int i = from; i <= to; i++) {
            sum += samples.get(i) * filter[(int) (Math.abs(i - centre) * STEPS + 0.5)];
        }
        return sum / FULL_SCALE;
    }
}

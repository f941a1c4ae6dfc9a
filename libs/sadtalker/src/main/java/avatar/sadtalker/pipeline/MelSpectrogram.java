package avatar.sadtalker.pipeline;

import avatar.sadtalker.tensor.Shape;

/** The input of the audio networks: 80 bands of loudness, 80 times a second, from -4 for silence to 4. */
final class MelSpectrogram {

    static final int RATE_HZ = 16_000;

    /** Pictures a second. */
    static final int FPS = 25;

    static final int SAMPLES_PER_FRAME = RATE_HZ / FPS;

    /** Columns of the spectrogram in a picture's window. */
    static final int COLUMNS = 16;

    private static final int WINDOW = 800;
    private static final int HOP = 200;
    private static final int BINS = WINDOW / 2 + 1;
    private static final int COLUMNS_PER_SECOND = RATE_HZ / HOP;
    private static final double EMPHASIS = 0.97;
    private static final double LEAST = 1e-5;
    private static final double REFERENCE_DB = 20;
    private static final double RANGE_DB = 100;
    private static final double LARGEST = 4;

    private static final MelFilters FILTERS = new MelFilters(BINS, (double) RATE_HZ / WINDOW);
    private static final double[] COSINES = new double[WINDOW];
    private static final double[] SINES = new double[WINDOW];
    private static final double[] HANN = new double[WINDOW];

    static {
        for (int i = 0; i < WINDOW; i++) {
            COSINES[i] = Math.cos(2 * Math.PI * i / WINDOW);
            SINES[i] = Math.sin(2 * Math.PI * i / WINDOW);
            HANN[i] = 0.5 - 0.5 * COSINES[i];
        }
    }

    private final float[][] columns;
    private final int frames;

    private MelSpectrogram(float[][] columns, int frames) {
        this.columns = columns;
        this.frames = frames;
    }

    /**
     * Computes the spectrogram; an incomplete picture's time at the end is cut off.
     *
     * @param samples 16,000 a second, full scale at 1
     */
    static MelSpectrogram of(float[] samples) {
        int frames = samples.length / SAMPLES_PER_FRAME;
        double[] sharp = new double[frames * SAMPLES_PER_FRAME];
        for (int i = 0; i < sharp.length; i++) {
            sharp[i] = samples[i] - (i == 0 ? 0 : EMPHASIS * samples[i - 1]);
        }
        float[][] columns = new float[1 + sharp.length / HOP][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = bands(magnitudes(sharp, i * HOP - WINDOW / 2));
        }
        return new MelSpectrogram(columns, frames);
    }

    /** The spectrum of 800 samples from {@code start} on; beyond the sound they are 0. */
    private static double[] magnitudes(double[] sound, int start) {
        double[] windowed = new double[WINDOW];
        for (int i = Math.max(0, -start); i < WINDOW && start + i < sound.length; i++) {
            windowed[i] = HANN[i] * sound[start + i];
        }
        double[] magnitudes = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            double re = 0;
            double im = 0;
            for (int i = 0, angle = 0; i < WINDOW; i++, angle = (angle + bin) % WINDOW) {
                re += windowed[i] * COSINES[angle];
                im += windowed[i] * SINES[angle];
            }
            magnitudes[bin] = Math.hypot(re, im);
        }
        return magnitudes;
    }

    private static float[] bands(double[] magnitudes) {
        float[] bands = new float[MelFilters.BANDS];
        for (int band = 0; band < bands.length; band++) {
            double db = 20 * Math.log10(Math.max(LEAST, FILTERS.band(band, magnitudes))) - REFERENCE_DB;
            double value = 2 * LARGEST * (db + RANGE_DB) / RANGE_DB - LARGEST;
            bands[band] = (float) Math.clamp(value, -LARGEST, LARGEST);
        }
        return bands;
    }

    /** Number of pictures in the duration of the sound. */
    int frames() {
        return frames;
    }

    /** Loudness of a band, a column every 12.5 ms. */
    float at(int column, int band) {
        return columns[column][band];
    }

    /** The column where a picture's window begins. */
    static int start(int frame) {
        return COLUMNS_PER_SECOND * (frame - 2) / FPS;
    }

    /**
     * The sound around some pictures, -80 to 120 ms of each.
     *
     * @return (to - from, 1, 80, 16)
     */
    float[] windows(int from, int to) {
        int window = MelFilters.BANDS * COLUMNS;
        float[] windows = new float[(to - from) * window];
        for (int frame = from; frame < to; frame++) {
            for (int column = 0; column < COLUMNS; column++) {
                float[] bands = columns[Math.clamp(start(frame) + column, 0, columns.length - 1)];
                for (int band = 0; band < bands.length; band++) {
                    windows[(frame - from) * window + band * COLUMNS + column] = bands[band];
                }
            }
        }
        return windows;
    }

    static Shape shape(int frames) {
        return Shape.of(frames, 1, MelFilters.BANDS, COLUMNS);
    }
}

package avatar.phonetics.align;

/**
 * The acoustic features of a sound, frame by frame: 13 mel-frequency cepstral coefficients and their slopes (Furui
 * 1986), each with mean 0 and deviation 1 over the frames that are not silent, which removes the effect of the
 * microphone and of the speaker's level (Viikki and Laurila 1998). Immutable.
 */
final class Cepstra {

    static final int COEFFICIENTS = MelCepstrum.COEFFICIENTS;

    /** Coefficients and their slopes. */
    static final int DIMENSIONS = 2 * COEFFICIENTS;

    /** Slopes span 20 ms on each side. */
    private static final int SLOPE_FRAMES = 4;

    /**
     * Slopes weigh less and loudness more than the other features; tuned on synthetic voices that are not references.
     */
    private static final double SLOPE_WEIGHT = 0.7;

    private static final double LOUDNESS_WEIGHT = 1.5;

    private final float[][] frames;
    private final Loudness loudness;

    Cepstra(float[] sound) {
        loudness = new Loudness(sound);
        frames = withSlopes(coefficients(sound));
        normalise();
    }

    int count() {
        return frames.length;
    }

    Loudness loudness() {
        return loudness;
    }

    float[] frame(int index) {
        return frames[index];
    }

    /** The mean over at least one frame. */
    float[] mean(double from, double to) {
        int first = Math.clamp(Math.round(from), 0, frames.length - 1);
        int end = Math.clamp(Math.round(to), first + 1, frames.length);
        float[] mean = new float[DIMENSIONS];
        for (int i = first; i < end; i++) {
            for (int d = 0; d < DIMENSIONS; d++) {
                mean[d] += frames[i][d] / (end - first);
            }
        }
        return mean;
    }

    private static float[][] coefficients(float[] sound) {
        MelCepstrum cepstrum = new MelCepstrum();
        float[][] coefficients = new float[Frames.count(sound.length)][];
        for (int frame = 0; frame < coefficients.length; frame++) {
            coefficients[frame] = cepstrum.of(sound, frame);
        }
        return coefficients;
    }

    private static float[][] withSlopes(float[][] coefficients) {
        double norm = 0;
        for (int w = 1; w <= SLOPE_FRAMES; w++) {
            norm += 2 * w * w;
        }
        int last = coefficients.length - 1;
        float[][] frames = new float[coefficients.length][DIMENSIONS];
        for (int i = 0; i <= last; i++) {
            for (int c = 0; c < COEFFICIENTS; c++) {
                double slope = 0;
                for (int w = 1; w <= SLOPE_FRAMES; w++) {
                    slope += w * (coefficients[Math.min(last, i + w)][c] - coefficients[Math.max(0, i - w)][c]);
                }
                frames[i][c] = coefficients[i][c];
                frames[i][COEFFICIENTS + c] = (float) (slope / norm);
            }
        }
        return frames;
    }

    private void normalise() {
        int spoken = Math.max(1, loudness.speechFrames());
        for (int d = 0; d < DIMENSIONS; d++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < frames.length; i++) {
                double value = loudness.isSilent(i) ? 0 : frames[i][d];
                sum += value;
                squares += value * value;
            }
            double mean = sum / spoken;
            double deviation = Math.sqrt(Math.max(1e-6, squares / spoken - mean * mean));
            double weight =
                    (d < COEFFICIENTS ? 1 : SLOPE_WEIGHT) * (d % COEFFICIENTS == 0 ? LOUDNESS_WEIGHT : 1) / deviation;
            for (float[] frame : frames) {
                frame[d] = (float) ((frame[d] - mean) * weight);
            }
        }
    }
}

package avatar.phonetics.align;

import java.util.Arrays;

/** The loudness of each frame of a sound, and which frames are silent. Immutable. */
final class Loudness {

    /** The level below speech at which silence begins: what the ear takes for a pause. */
    private static final double SILENCE_BELOW_SPEECH_DB = 35;

    /** The bound of that level in a noisy room; louder frames are never silent. */
    private static final double LEAST_BELOW_SPEECH_DB = 22;

    /** A recording without a frame above this level has no speech. */
    private static final double INAUDIBLE_DB = -60;

    private static final double SMALLEST_POWER = 1e-9;

    private final float[] decibels;
    private final double speech;
    private final double threshold;

    Loudness(float[] sound) {
        decibels = new float[Frames.count(sound.length)];
        for (int frame = 0; frame < decibels.length; frame++) {
            int from = Math.max(0, (frame - 1) * Frames.HOP);
            int to = Math.min(sound.length, (frame + 1) * Frames.HOP);
            double power = 0;
            for (int i = from; i < to; i++) {
                power += sound[i] * sound[i];
            }
            decibels[frame] = (float) (10 * Math.log10(power / Math.max(1, to - from) + SMALLEST_POWER));
        }
        float[] sorted = decibels.clone();
        Arrays.sort(sorted);
        speech = sorted[(int) (0.95 * (sorted.length - 1))];
        threshold = Math.clamp(valley(sorted), speech - SILENCE_BELOW_SPEECH_DB, speech - LEAST_BELOW_SPEECH_DB);
    }

    boolean isInaudible() {
        return speech < INAUDIBLE_DB;
    }

    boolean isSilent(int frame) {
        return decibels[frame] <= threshold;
    }

    /** The level of a frame above the silence threshold, in dB; negative in silence. */
    double aboveSilence(int frame) {
        return decibels[frame] - threshold;
    }

    int speechFrames() {
        int frames = 0;
        for (int i = 0; i < decibels.length; i++) {
            frames += isSilent(i) ? 0 : 1;
        }
        return frames;
    }

    /** The threshold between quiet and loud frames with the greatest distance between the means of both (Otsu 1979). */
    private static double valley(float[] sorted) {
        double total = 0;
        for (float value : sorted) {
            total += value;
        }
        double valley = sorted[0];
        double widest = 0;
        double below = 0;
        for (int count = 1; count < sorted.length; count++) {
            below += sorted[count - 1];
            double apart = (total - below) / (sorted.length - count) - below / count;
            double width = (double) count * (sorted.length - count) * apart * apart;
            if (width > widest) {
                widest = width;
                valley = sorted[count - 1];
            }
        }
        return valley;
    }
}

package avatar.phonetics.align;

import java.util.List;

/**
 * The costs of a path through a recording. The unit is the mean square difference of two features; two unlike frames
 * cost about 2. The weights were tuned on synthetic voices that are not references.
 */
final class PathCosts {

    /** The cost of entering a pause between words: pauses are few. */
    static final double PAUSE = 3;

    private static final double SILENT_FRAME = 0.6;

    /** Decibels above silence at which a frame of a pause costs twice as much. */
    private static final double LOUDER_DB = 6;

    /**
     * The weight of the references' mean relative to the nearest reference: a speaker resembles one of them more than
     * all.
     */
    private static final double MEAN_SHARE = 0.3;

    private static final double LENGTH_WEIGHT = 0.3;

    /** The lengths of phonemes are log-normal around the expected one (Rosen 2005). */
    private static final double LENGTH_DEVIATION = 0.45;

    private static final double FARTHEST_LENGTH = 20;

    /** The bonus for a boundary where the sound changes, by the change relative to the mean. */
    private static final double CHANGE_WEIGHT = 0.8;

    private static final double LARGEST_CHANGE = 3;
    private static final int CHANGE_FRAMES = 3;

    /** The cost of a word that starts 100 ms or more from its given time; closer, it falls with the square. */
    private static final double ANCHOR_WEIGHT = 20;

    private static final double FARTHEST_ANCHOR_FRAMES = 20;

    private final Cepstra recording;
    private final float[] change;

    PathCosts(Cepstra recording) {
        this.recording = recording;
        this.change = changes(recording);
    }

    /** The cost of matching a unit with a frame. */
    double frame(Unit unit, int frame) {
        return unit.isPause() ? pause(frame) : difference(unit.templates(), recording.frame(frame));
    }

    /** The cost of a unit that lasts {@code frames}. */
    static double length(Unit unit, int frames) {
        double deviation = Math.log(frames / unit.expected()) / LENGTH_DEVIATION;
        return LENGTH_WEIGHT * Math.min(deviation * deviation, FARTHEST_LENGTH);
    }

    /** The cost of beginning a unit before {@code frame}; negative where the sound changes. */
    double beginning(Unit unit, int frame) {
        double cost = unit.isFirstOfSound() ? -CHANGE_WEIGHT * change[frame] : 0;
        if (!Double.isNaN(unit.start())) {
            double distance = Math.min(1, Math.abs(frame - unit.start()) / FARTHEST_ANCHOR_FRAMES);
            cost += ANCHOR_WEIGHT * distance * distance;
        }
        return cost;
    }

    private double pause(int frame) {
        double louder = recording.loudness().aboveSilence(frame) / LOUDER_DB;
        return louder <= 0 ? SILENT_FRAME : SILENT_FRAME + louder + louder * louder;
    }

    private static double difference(List<float[]> templates, float[] frame) {
        double nearest = Double.MAX_VALUE;
        double sum = 0;
        for (int i = 0; i < templates.size(); i++) {
            double difference = difference(templates.get(i), frame);
            nearest = Math.min(nearest, difference);
            sum += difference;
        }
        return (1 - MEAN_SHARE) * nearest + MEAN_SHARE * sum / templates.size();
    }

    private static double difference(float[] template, float[] frame) {
        float sum = 0;
        for (int d = 0; d < Cepstra.DIMENSIONS; d++) {
            float difference = frame[d] - template[d];
            sum += difference * difference;
        }
        return sum / Cepstra.DIMENSIONS;
    }

    /** The change of the sound at each frame boundary: the mean of the 15 ms before against that of the 15 ms after. */
    private static float[] changes(Cepstra recording) {
        int last = recording.count() - 1;
        float[] changes = new float[recording.count() + 1];
        double sum = 0;
        for (int i = 0; i < changes.length; i++) {
            double square = 0;
            for (int d = 0; d < Cepstra.COEFFICIENTS; d++) {
                double difference = 0;
                for (int w = 0; w < CHANGE_FRAMES; w++) {
                    difference += recording.frame(Math.clamp(i + w, 0, last))[d];
                    difference -= recording.frame(Math.clamp(i - 1 - w, 0, last))[d];
                }
                square += difference * difference / (CHANGE_FRAMES * CHANGE_FRAMES);
            }
            changes[i] = (float) Math.sqrt(square);
            sum += changes[i];
        }
        double mean = Math.max(1e-6, sum / changes.length);
        for (int i = 0; i < changes.length; i++) {
            changes[i] = (float) Math.min(LARGEST_CHANGE, changes[i] / mean);
        }
        return changes;
    }
}

package avatar.phonetics.align;

import java.util.List;

/**
 * A third of a phoneme, or a pause: the unit that covers one stretch of the recording.
 *
 * @param sound index of the phoneme; {@link Stretch#PAUSE} for a pause
 * @param third of the phoneme, from 0
 * @param templates mean features of each reference
 * @param expected length in frames
 * @param entries the units that may precede it
 * @param start given start time in frames; NaN if unknown
 */
record Unit(int sound, int third, List<float[]> templates, double expected, List<Entry> entries, double start) {

    /** The beginning of the recording, in place of a preceding unit. */
    static final int BEGINNING = -1;

    /**
     * A transition into a unit.
     *
     * @param from index of the preceding unit, or {@link #BEGINNING}
     * @param cost of the phonemes skipped by this transition
     */
    record Entry(int from, double cost) {}

    Unit {
        templates = List.copyOf(templates);
        entries = List.copyOf(entries);
    }

    boolean isPause() {
        return sound == Stretch.PAUSE;
    }

    boolean isFirstOfSound() {
        return third == 0 && !isPause();
    }

    /** The maximum length in frames: four times the expected one and a little more, but at most 0.4 s. */
    int longest() {
        return (int) Math.min(80, Math.ceil(4 * expected + 4));
    }
}

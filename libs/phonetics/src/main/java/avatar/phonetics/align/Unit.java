package avatar.phonetics.align;

import java.util.List;

/**
 * A third of a sound, or a pause: what lasts for one stretch of the recording.
 *
 * @param sound its number; {@link Stretch#PAUSE} of a pause
 * @param third of the sound, from 0
 * @param templates what each reference is like there
 * @param expected how long it should last, in frames
 * @param entries what may come before it
 * @param start when it begins, in frames, where somebody said; else NaN
 */
record Unit(int sound, int third, List<float[]> templates, double expected, List<Entry> entries, double start) {

    /** The beginning of the recording, in place of a unit. */
    static final int BEGINNING = -1;

    /**
     * A way into a unit.
     *
     * @param from the number of the unit before it, or {@link #BEGINNING}
     * @param cost of what is left out on this way
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

    /** The longest that it may last, in frames: four times what is expected and a bit, 0.4 s at most. */
    int longest() {
        return (int) Math.min(80, Math.ceil(4 * expected + 4));
    }
}

package avatar.phonetics.align;

/**
 * A stretch of the recording that belongs to one phoneme or pause.
 *
 * @param sound index of the phoneme; {@link #PAUSE} for a pause
 * @param start in frames, inclusive
 * @param end in frames, exclusive
 */
record Stretch(int sound, int start, int end) {

    static final int PAUSE = -1;

    boolean isPause() {
        return sound == PAUSE;
    }
}

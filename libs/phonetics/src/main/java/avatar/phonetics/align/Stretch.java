package avatar.phonetics.align;

/**
 * A stretch of the recording.
 *
 * @param sound the number of the sound that is heard in it; {@link #PAUSE} of a pause
 * @param start in frames, inclusive
 * @param end in frames, exclusive
 */
record Stretch(int sound, int start, int end) {

    static final int PAUSE = -1;

    boolean isPause() {
        return sound == PAUSE;
    }
}

package avatar.phonetics.espeak;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * espeak-ng's output for a text.
 *
 * @param pcm little-endian samples of 16 bit
 * @param cut whether the limits were reached
 */
record Synthesis(ByteBuffer pcm, List<Event> events, boolean cut) {

    Synthesis {
        events = List.copyOf(events);
    }

    /** An event at a sample. */
    sealed interface Event {
        int sample();
    }

    /**
     * The start of a word.
     *
     * @param position of its first character in the text, from 1
     * @param length in characters; 0 for a word that is not in the text
     */
    record WordStart(int sample, int position, int length) implements Event {}

    /**
     * The start of a phoneme.
     *
     * @param ipa cut after eight bytes by espeak-ng; empty or {@code _:} for a pause
     */
    record PhonemeStart(int sample, String ipa) implements Event {}
}

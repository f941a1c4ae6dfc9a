package avatar.phonetics.espeak;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What espeak-ng gave for a text.
 *
 * @param pcm little-endian samples of 16 bit
 * @param cut whether it was stopped at its limits
 */
record Synthesis(ByteBuffer pcm, List<Event> events, boolean cut) {

    Synthesis {
        events = List.copyOf(events);
    }

    /** Something that starts at a sample. */
    sealed interface Event {
        int sample();
    }

    /**
     * A word.
     *
     * @param position of its first character in the text, from 1
     * @param length in characters; 0 of a word that isn't there
     */
    record WordStart(int sample, int position, int length) implements Event {}

    /**
     * A phoneme.
     *
     * @param ipa cut after eight bytes, as espeak-ng does; empty or {@code _:} for a pause
     */
    record PhonemeStart(int sample, String ipa) implements Event {}
}

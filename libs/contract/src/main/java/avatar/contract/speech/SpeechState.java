package avatar.contract.speech;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How far an utterance has come.
 *
 * <pre>
 * accepted ─► synthesizing ─► speaking ─► done
 *     │             │             │
 *     └─────────────┴─────────────┴────► replaced | stopped | failed
 * </pre>
 *
 * <p>Every utterance has one final state, reported by one service: tts-service reports {@link #FAILED} of what it could not
 * make, and {@link #REPLACED} or {@link #STOPPED} of an utterance that was dropped before a segment of it was written;
 * the compositor reports the end of every utterance that it was given a sound of. Should there be two, the first counts.
 */
public enum SpeechState {
    /** Kafka has the request. */
    ACCEPTED,
    /** A worker makes its sound. */
    SYNTHESIZING,
    /** The first frame of it is on the channel. */
    SPEAKING,
    /** The last frame of it was shown. */
    DONE,
    /** A newer utterance took its place. */
    REPLACED,
    /** Somebody stopped the channel. */
    STOPPED,
    /** It could not be said, or not to its end; the event's detail says why. */
    FAILED;

    /** Whether nothing follows. */
    public boolean isFinal() {
        return compareTo(SPEAKING) > 0;
    }

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of that label.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static SpeechState ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}

package avatar.contract.speech;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The state of an utterance.
 *
 * <pre>
 * accepted ─► synthesizing ─► speaking ─► done
 *     │             │             │
 *     └─────────────┴─────────────┴────► replaced | stopped | failed
 * </pre>
 *
 * <p>Every utterance has one final state, reported by one service: tts-service reports {@link #FAILED} for utterances
 * it could not synthesize, and {@link #REPLACED} or {@link #STOPPED} for utterances that were dropped before their
 * first segment was written; the compositor reports the final state of every utterance of which it received audio. If
 * two are reported, the first counts.
 */
public enum SpeechState {
    /** Kafka has stored the request. */
    ACCEPTED,
    /** A worker synthesizes its speech. */
    SYNTHESIZING,
    /** Its first frame was shown on the channel. */
    SPEAKING,
    /** Its last frame was shown. */
    DONE,
    /** Replaced by a newer utterance. */
    REPLACED,
    /** The channel was stopped. */
    STOPPED,
    /** It could not be spoken to its end; the event's detail says why. */
    FAILED;

    /** Whether the state is final. */
    public boolean isFinal() {
        return compareTo(SPEAKING) > 0;
    }

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state with this label.
     *
     * @throws IllegalArgumentException if the label is unknown
     */
    @JsonCreator
    public static SpeechState ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}

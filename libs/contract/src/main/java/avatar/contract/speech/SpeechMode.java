package avatar.contract.speech;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The effect of a request on earlier speech of the same channel. */
public enum SpeechMode {
    /** Replaces all earlier speech, current and queued. */
    REPLACE,
    /** Waits until all earlier speech has been spoken. */
    ENQUEUE,
    /** Stops all speech and speaks nothing. Only {@code DELETE .../speech} sends it; a text can't have this mode. */
    STOP;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The mode with this label.
     *
     * @throws IllegalArgumentException if the label is unknown
     */
    @JsonCreator
    public static SpeechMode ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}

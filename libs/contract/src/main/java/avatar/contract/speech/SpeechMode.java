package avatar.contract.speech;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a request does to the speech before it on the same channel. */
public enum SpeechMode {
    /** Newest wins: what is being said, or waits to be, is dropped. */
    REPLACE,
    /** Said after everything that waits. */
    ENQUEUE,
    /** Says nothing and drops everything. Made by {@code DELETE .../speech}, never by a caller's text. */
    STOP;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The mode of that label.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static SpeechMode ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}

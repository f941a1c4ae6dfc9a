package avatar.contract.setup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How the making of an avatar stands. {@link #RUNNING} comes any number of times, then one of the last three, once. One that was
 * asked for begins with {@link #QUEUED}, and comes back to it when who makes it has to stop.
 */
public enum SetupState {
    /** It waits for somebody to make it. */
    QUEUED,
    /** It is being made. */
    RUNNING,
    /** The bundle is there, made now or before. */
    DONE,
    /** It can't be made, and nothing was written; the event's detail says why. */
    FAILED,
    /** Somebody stopped it, and nothing was written. */
    CANCELLED;

    /** Whether nothing follows. */
    public boolean isFinal() {
        return this == DONE || this == FAILED || this == CANCELLED;
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
    public static SetupState ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}

package avatar.contract.setup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The state of a setup. {@link #RUNNING} is reported any number of times, then one of the last three once. A requested
 * setup begins as {@link #QUEUED}, and returns to it when its setup-job is stopped.
 */
public enum SetupState {
    /** Waiting for a setup-job. */
    QUEUED,
    /** A setup-job is making the avatar. */
    RUNNING,
    /** The bundle exists, whether it was made now or before. */
    DONE,
    /** The avatar can't be made, and nothing was written; the event's detail says why. */
    FAILED,
    /** Cancelled on request, and nothing was written. */
    CANCELLED;

    /** Whether the state is final. */
    public boolean isFinal() {
        return this == DONE || this == FAILED || this == CANCELLED;
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
    public static SetupState ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}

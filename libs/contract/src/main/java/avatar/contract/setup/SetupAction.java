package avatar.contract.setup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The action that a setup request asks for. */
public enum SetupAction {
    /** Make an avatar. */
    MAKE,
    /** Cancel a queued or running setup; a finished one is not changed. */
    CANCEL;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The action with this label.
     *
     * @throws IllegalArgumentException if the label is unknown
     */
    @JsonCreator
    public static SetupAction ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}

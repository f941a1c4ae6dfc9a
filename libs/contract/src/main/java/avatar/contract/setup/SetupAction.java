package avatar.contract.setup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a request wants of a setup. */
public enum SetupAction {
    /** An avatar is to be made. */
    MAKE,
    /** It is no longer wanted, whether it waits or is being made; one that ended stays as it is. */
    CANCEL;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The action of that label.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static SetupAction ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}

package avatar.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a key may use a number of per UTC day. */
public enum Quota {
    /** Of the texts that are spoken or rendered. */
    CHARACTERS,
    /** Speech from a form, which may carry a recording. */
    RECORDINGS,
    RENDERS,
    /** Videos and pictures that avatars are made of. */
    UPLOADS,
    /** New ones. */
    CHANNELS;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

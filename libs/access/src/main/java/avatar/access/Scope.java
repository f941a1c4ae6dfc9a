package avatar.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody may do; each scope includes those before it. */
public enum Scope {
    /** Streams, snapshots, events, states and lists: everything that changes nothing. */
    WATCH,
    /** Speech and renders. */
    SPEAK,
    /** Channels, avatars, setups and uploads. */
    MANAGE;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean includes(Scope other) {
        return compareTo(other) >= 0;
    }
}

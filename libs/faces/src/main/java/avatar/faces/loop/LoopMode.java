package avatar.faces.loop;

import java.util.Locale;

/** How the end of a clip is joined to its beginning. */
public enum LoopMode {

    /** From the best in point to the best out point, the end morphed into the pictures that lead to the beginning. */
    CROSSFADE,

    /** Forwards, then backwards. */
    PINGPONG,

    /** The whole clip as it is: it jumps, unless it was recorded as a loop. */
    CUT;

    /** The name as users write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

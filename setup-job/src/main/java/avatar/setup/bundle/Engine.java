package avatar.setup.bundle;

import java.util.Locale;

/** What makes the mouths of an avatar. */
public enum Engine {
    /** Bends the shut mouth of one frame. */
    WARP,
    /** Takes mouths from the video itself, and bends only those that never occur. */
    HARVEST;

    /** As it is called on the command line and in a manifest. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

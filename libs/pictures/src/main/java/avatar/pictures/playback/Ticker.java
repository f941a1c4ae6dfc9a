package avatar.pictures.playback;

import java.time.Instant;

/** Time as a channel sees it, and its way to be called in between. */
public interface Ticker {

    /** As {@link System#nanoTime}: never goes back. */
    long nanos();

    /** The time of day. */
    Instant now();

    /** Asks for a turn at once. Anyone may call it. */
    void wake();
}

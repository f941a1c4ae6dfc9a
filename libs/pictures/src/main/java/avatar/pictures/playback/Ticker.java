package avatar.pictures.playback;

import java.time.Instant;

/** The clock of a channel, and its way to be called between due times. */
public interface Ticker {

    /** As {@link System#nanoTime}: never goes back. */
    long nanos();

    /** The time of day. */
    Instant now();

    /** Requests a turn at once. Any thread may call it. */
    void wake();
}

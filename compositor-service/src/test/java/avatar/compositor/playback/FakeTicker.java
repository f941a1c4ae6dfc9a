package avatar.compositor.playback;

import java.time.Duration;
import java.time.Instant;

/** A time that a test sets. Waiting for a moment makes it come, unless somebody wakes the waiter first. */
final class FakeTicker implements Ticker {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final long origin = 5_000_000_000_000L;
    private long nanos = origin;
    private boolean isWoken;

    void advance(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos - origin);
    }

    @Override
    public void await(long deadlineNanos) {
        if (!isWoken) {
            nanos = Math.max(nanos, deadlineNanos);
        }
        isWoken = false;
    }

    @Override
    public void wake() {
        isWoken = true;
    }
}

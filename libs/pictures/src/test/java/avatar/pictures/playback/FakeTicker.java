package avatar.pictures.playback;

import java.time.Duration;
import java.time.Instant;

/** A time that a test sets. */
final class FakeTicker implements Ticker {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final long origin = 5_000_000_000_000L;
    private long nanos = origin;

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

    void moveTo(long moment) {
        nanos = Math.max(nanos, moment);
    }

    /** A test gives the turns. */
    @Override
    public void wake() {}
}

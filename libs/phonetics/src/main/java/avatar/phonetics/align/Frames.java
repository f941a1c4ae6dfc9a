package avatar.phonetics.align;

import java.time.Duration;

/** Sound is looked at every 5 ms; a frame is the sound around such a moment. */
final class Frames {

    /** In samples at {@link Resampler#RATE_HZ}. */
    static final int HOP = 80;

    private static final long NANOS = 1_000_000_000L * HOP / Resampler.RATE_HZ;

    private Frames() {}

    static int count(int samples) {
        return samples / HOP + 1;
    }

    static Duration time(int frame) {
        return Duration.ofNanos(frame * NANOS);
    }

    static double of(Duration time) {
        return (double) time.toNanos() / NANOS;
    }
}

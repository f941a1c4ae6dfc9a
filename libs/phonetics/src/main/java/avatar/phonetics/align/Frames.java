package avatar.phonetics.align;

import java.time.Duration;

/** The time grid of the analysis: one frame every 5 ms. */
final class Frames {

    /** The distance of frames, in samples at {@link Resampler#RATE_HZ}. */
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

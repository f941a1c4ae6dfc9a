package avatar.pictures.playback;

import java.time.Instant;

/**
 * When each frame of a channel is due: frame n at n / fps after the channel's start, so that no error adds up.
 *
 * <p>Channel time is nanoseconds since that start. The time of day is read once, at the start: a system clock that
 * is set later does not make the channel jump.
 */
public final class FrameClock {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Ticker ticker;
    private final double fps;
    private final long startNanos;
    private final Instant start;

    /** Starts now. */
    public FrameClock(Ticker ticker, double fps) {
        this.ticker = ticker;
        this.fps = fps;
        this.startNanos = ticker.nanos();
        this.start = ticker.now();
    }

    /** Channel time now. */
    long now() {
        return ticker.nanos() - startNanos;
    }

    /** The channel time at which a frame is due. */
    long due(long frame) {
        return (long) (frame * NANOS_PER_SECOND / fps);
    }

    long middle(long frame) {
        return (due(frame) + due(frame + 1)) / 2;
    }

    /** The frame at another rate that is shown in the middle of a frame of this clock. */
    long numberAt(double otherFps, long frame) {
        return (long) (middle(frame) * otherFps / NANOS_PER_SECOND);
    }

    /** How long a frame is shown. */
    long frameNanos() {
        return due(1);
    }

    /** The frame that is shown at a channel time. */
    long frameAt(long nanos) {
        long frame = (long) (nanos * fps / NANOS_PER_SECOND);
        while (due(frame) > nanos) {
            frame--;
        }
        while (due(frame + 1) <= nanos) {
            frame++;
        }
        return frame;
    }

    /** The time of day of a channel time. */
    Instant timeOfDay(long nanos) {
        return start.plusNanos(nanos);
    }

    /** When a frame is due, by {@link Ticker#nanos}. */
    long deadline(long frame) {
        return startNanos + due(frame);
    }
}

package avatar.pictures.playback;

/**
 * Which frame of a channel is due. A frame whose time is over is skipped, never caught up. For the channel's turns.
 *
 * <p>While it is paused no frame is due, and none is late afterwards.
 */
final class FrameLoop {

    private final FrameClock clock;
    private final ChannelCounters counters;

    private long next;
    private boolean isPaused = true;

    FrameLoop(FrameClock clock, ChannelCounters counters) {
        this.clock = clock;
        this.counters = counters;
    }

    /** The frame that is due now; -1 if none is yet. */
    long takeDue() {
        long now = clock.now();
        if (isPaused) {
            isPaused = false;
            next = clock.frameAt(now);
        } else if (now < clock.due(next)) {
            return -1;
        }
        long current = clock.frameAt(now);
        counters.countLate(current - next);
        next = current + 1;
        return current;
    }

    /** No frame is due until {@link #takeDue} is called again. */
    void pause() {
        isPaused = true;
    }

    boolean isPaused() {
        return isPaused;
    }

    /** When the next frame is due, by {@link Ticker#nanos}. */
    long deadline() {
        return isPaused ? FrameScheduler.NEVER : clock.deadline(next);
    }
}

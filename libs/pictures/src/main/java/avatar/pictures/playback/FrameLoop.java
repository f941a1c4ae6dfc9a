package avatar.pictures.playback;

/**
 * Which frame of a channel is due. A frame whose time is over is skipped, never caught up. For the channel's turns.
 *
 * <p>While the channel rests no frame is due, and none is late afterwards.
 */
final class FrameLoop {

    private final FrameClock clock;
    private final ChannelCounters counters;

    private long next;
    private boolean isResting = true;

    FrameLoop(FrameClock clock, ChannelCounters counters) {
        this.clock = clock;
        this.counters = counters;
    }

    /** The frame to go on to now; -1 if it is not yet time. */
    long takeDue() {
        long now = clock.now();
        if (isResting) {
            isResting = false;
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
    void rest() {
        isResting = true;
    }

    boolean isResting() {
        return isResting;
    }

    /** When the next frame is due, by {@link Ticker#nanos}. */
    long deadline() {
        return isResting ? FrameScheduler.NEVER : clock.deadline(next);
    }
}

package avatar.compositor.playback;

import java.lang.System.Logger.Level;

/**
 * The thread of a channel: calls it at every frame's time, and in between when there are tasks.
 *
 * <p>A frame whose time is over is skipped, never caught up.
 */
public final class FrameLoop implements Runnable {

    private static final System.Logger LOG = System.getLogger(FrameLoop.class.getName());
    private static final long NANOS_BETWEEN_WARNINGS = 1_000_000_000;

    private final Channel channel;
    private final FrameClock clock;

    private volatile boolean isStopped;
    private volatile long latestTickNanos;
    private long next;
    private long warnedNanos = -NANOS_BETWEEN_WARNINGS;

    public FrameLoop(Channel channel, FrameClock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    @Override
    public void run() {
        while (!isStopped) {
            turn();
        }
    }

    /** Lets {@link #run} end. */
    public void stop() {
        isStopped = true;
        clock.wake();
    }

    /** How late the clock is: less than a frame or two while all is well. */
    public long nanosSinceLatestTick() {
        return clock.now() - latestTickNanos;
    }

    /** One wait, and what it was for. */
    void turn() {
        long now = clock.now();
        try {
            if (now < clock.due(next)) {
                clock.awaitDue(next);
                channel.runTasks();
            } else {
                tick(now);
            }
        } catch (RuntimeException e) {
            channel.counters().countFailed();
            if (now - warnedNanos >= NANOS_BETWEEN_WARNINGS) {
                warnedNanos = now;
                LOG.log(
                        Level.ERROR,
                        "Frame failed channelId=%s frame=%d failed=%d"
                                .formatted(
                                        channel.name(), next, channel.counters().failed()),
                        e);
            }
        }
    }

    private void tick(long now) {
        long current = clock.frameAt(now);
        channel.counters().countLate(current - next);
        latestTickNanos = now;
        next = current + 1;
        channel.tick(current);
    }
}

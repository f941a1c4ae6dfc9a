package avatar.pictures.playback;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Segments of a channel that has come from another process, until its viewers have come, too: what is said before would
 * be lost to them. Of any other channel nothing is held. For one thread; times are by {@link Ticker#nanos}.
 */
final class SpeechHold {

    /** As long as viewers need to come along. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Others are right behind the first viewer. */
    private static final Duration AFTER_VIEWER = Duration.ofMillis(100);

    private final Queue<Runnable> segments = new ArrayDeque<>();
    private long untilNanos;

    SpeechHold(long nowNanos) {
        untilNanos = nowNanos;
    }

    /** Holds segments from now on, for a while. */
    void begin(long nowNanos) {
        untilNanos = nowNanos + LONGEST.toNanos();
    }

    void viewerCame(long nowNanos) {
        untilNanos = Math.min(untilNanos, nowNanos + AFTER_VIEWER.toNanos());
    }

    /** @param queue queues the segment */
    void add(Runnable queue) {
        segments.add(queue);
    }

    /** Queues the segments if it is time. */
    void release(long nowNanos) {
        if (nowNanos >= untilNanos) {
            releaseAll();
        }
    }

    void releaseAll() {
        for (Runnable segment = segments.poll(); segment != null; segment = segments.poll()) {
            segment.run();
        }
    }

    void clear() {
        segments.clear();
    }

    /** When segments are to be released; {@link FrameScheduler#NEVER} if none is held. */
    long deadlineNanos() {
        return segments.isEmpty() ? FrameScheduler.NEVER : untilNanos;
    }
}

package avatar.pictures.playback;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The scheduler of all channels: a pool of threads that call their turns in the order in which they are due. The
 * thread that waits for the earliest turn is the timer; another takes its place while it works.
 */
public final class FrameScheduler implements AutoCloseable {

    /** No turn is due until {@link Ticker#wake}. */
    public static final long NEVER = Long.MAX_VALUE;

    private final ScheduledThreadPoolExecutor executor;

    public FrameScheduler(int threads) {
        AtomicInteger number = new AtomicInteger();
        executor = new ScheduledThreadPoolExecutor(
                threads,
                work -> Thread.ofPlatform()
                        .daemon()
                        .name("frames-" + number.incrementAndGet())
                        .unstarted(work),
                new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
    }

    /** The schedule of one more channel. */
    public Beat beat() {
        return new Beat(executor);
    }

    /** Runs a short task again and again, with a pause between. */
    public void every(Duration pause, Runnable work) {
        var _ = executor.scheduleWithFixedDelay(work, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs a short task once. */
    public void after(Duration pause, Runnable work) {
        var _ = executor.schedule(work, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

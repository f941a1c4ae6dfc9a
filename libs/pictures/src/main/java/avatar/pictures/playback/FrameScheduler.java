package avatar.pictures.playback;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The clockwork of all channels: as many threads as there are cores, which take the turns in the order they are due. The
 * one that waits for the earliest is the timer, another takes its place while it works.
 */
public final class FrameScheduler implements AutoCloseable {

    /** No turn is wanted until {@link Ticker#wake}. */
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

    /** A place for one more channel. */
    public Beat beat() {
        return new Beat(executor);
    }

    /** Runs what is short and no frame again and again. */
    public void every(Duration pause, Runnable work) {
        var _ = executor.scheduleWithFixedDelay(work, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs what is short and no frame once. */
    public void after(Duration pause, Runnable work) {
        var _ = executor.schedule(work, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

package avatar.pictures.playback;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A channel's place in the {@link FrameScheduler}: calls it when it is due or woken, on any thread, but never on
 * two at once.
 *
 * <pre>
 *           deadline, wake              woken again
 * waiting ───────────────► running ─────────────────► running
 *    ▲                        │
 *    └────────────────────────┘ turn is over
 * </pre>
 */
public final class Beat implements Ticker {

    /** The work of a channel when it is due. */
    @FunctionalInterface
    public interface Turn {

        /** Returns the {@link System#nanoTime} of the next turn, or {@link FrameScheduler#NEVER}. */
        long run();
    }

    private static final System.Logger LOG = System.getLogger(Beat.class.getName());

    /** Pause after a turn that failed as a whole. */
    private static final long NANOS_AFTER_FAILURE = 1_000_000_000;

    private final ScheduledExecutorService executor;

    private @Nullable Turn turn;
    private @Nullable Future<?> timer;
    private boolean isRunning;
    private boolean isWoken;

    Beat(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    /** Calls the first turn, and from then on every turn that is due or woken. */
    public void start(Turn first) {
        synchronized (this) {
            turn = first;
        }
        wake();
    }

    @Override
    public synchronized void wake() {
        if (isRunning) {
            isWoken = true;
        } else if (turn != null) {
            stopTimer();
            isRunning = true;
            executor.execute(this::run);
        }
    }

    private void runDue() {
        synchronized (this) {
            if (isRunning) {
                return; // woken at the same moment
            }
            isRunning = true;
        }
        run();
    }

    private void run() {
        Turn current;
        synchronized (this) {
            current = turn;
            isWoken = false;
        }
        long next = current == null ? FrameScheduler.NEVER : deadlineAfter(current);
        synchronized (this) {
            isRunning = false;
            if (isWoken) {
                wake();
            } else if (turn != null && next != FrameScheduler.NEVER) {
                stopTimer();
                timer = executor.schedule(this::runDue, next - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        }
    }

    @SuppressWarnings("CatchingUnchecked") // no failure may stop the channel
    private static long deadlineAfter(Turn turn) {
        try {
            return turn.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "Channel turn failed", e);
            return System.nanoTime() + NANOS_AFTER_FAILURE;
        }
    }

    private void stopTimer() {
        Future<?> set = timer;
        if (set != null) {
            set.cancel(false);
            timer = null;
        }
    }
}

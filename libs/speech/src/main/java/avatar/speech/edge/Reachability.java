package avatar.speech.edge;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whether the service can be reached: a circuit breaker that is tried out in the background, never by somebody who waits
 * for speech.
 *
 * <pre>
 *             look succeeds
 *   away ─────────────────────► there ──┐ looks again when the list of voices is old
 *    ▲ └─┐ looks again after              ▲  │
 *    │   └─ a pause, twice as long ...    └──┘
 *    └──────────────────────────── lost(): a clause failed
 * </pre>
 */
final class Reachability implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Reachability.class.getName());

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Runnable look;
    private final Duration firstPause;
    private final Duration maxAge;

    private @Nullable String reason = "it has not been reached yet";
    private Duration pause;
    private boolean isClosed;

    /**
     * Away, until {@link #watch} finds it.
     *
     * @param look asks the service for something; throws an {@link EdgeFailure} if that fails
     * @param firstPause between two looks while it is away, at first
     * @param maxAge between two looks while it is there
     */
    Reachability(Runnable look, Duration firstPause, Duration maxAge) {
        this.look = look;
        this.firstPause = firstPause;
        this.maxAge = maxAge;
        this.pause = firstPause;
    }

    /** Looks now, and from time to time, until this is closed. */
    void watch() {
        Thread.ofVirtual().name("edge-reachability").start(this::lookForEver);
    }

    /** Why it can't be reached; null if it can. */
    @Nullable
    String reason() {
        lock.lock();
        try {
            return reason;
        } finally {
            lock.unlock();
        }
    }

    /** A clause failed: nobody is to wait for the service until it is found again. */
    void lost(String why) {
        change(() -> {
            if (reason == null) {
                LOG.log(Level.WARNING, "The read-aloud service is lost error=%s".formatted(why));
                reason = why;
                lengthenPause();
            }
        });
    }

    /** A clause was spoken: whatever happened before, the next outage is a new one. */
    void spoke() {
        change(() -> pause = firstPause);
    }

    @Override
    public void close() {
        change(() -> isClosed = true);
    }

    private void lookForEver() {
        while (waitsForNextLook(lookOnce())) {
            // The pause is the work.
        }
    }

    /** How long to wait for the next look. */
    private Duration lookOnce() {
        try {
            look.run();
            change(() -> {
                if (reason != null) {
                    LOG.log(Level.INFO, "The read-aloud service is there");
                }
                reason = null;
            });
            return maxAge;
        } catch (EdgeFailure e) {
            LOG.log(Level.DEBUG, "The read-aloud service was looked for in vain error=%s".formatted(e.getMessage()));
            change(() -> reason = reason == null ? null : String.valueOf(e.getMessage()));
            return takePause();
        } catch (RuntimeException e) {
            // Whatever it is: who stops looking never finds it again.
            if (!isClosed()) {
                LOG.log(Level.ERROR, "The read-aloud service was looked for in a way nobody foresaw", e);
            }
            return takePause();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return isClosed;
        } finally {
            lock.unlock();
        }
    }

    private Duration takePause() {
        lock.lock();
        try {
            Duration taken = pause;
            lengthenPause();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void lengthenPause() {
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** Waits; shorter if the service is lost in the meantime. False when this is closed. */
    private boolean waitsForNextLook(Duration duration) {
        lock.lock();
        try {
            boolean wasThere = reason == null;
            long left = duration.toNanos();
            while (left > 0 && !isClosed) {
                left = changed.awaitNanos(left);
                if (wasThere && reason != null) {
                    wasThere = false;
                    left = Math.min(left, pause.toNanos());
                }
            }
            return !isClosed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

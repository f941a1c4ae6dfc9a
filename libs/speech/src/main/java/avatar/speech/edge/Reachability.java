package avatar.speech.edge;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker: whether the service can be reached. It is checked in the background, so that no request for speech
 * waits for a check.
 *
 * <pre>
 *              check succeeds
 *   away ─────────────────────► there ──┐ checks again when the list of voices is old
 *    ▲ └─┐ checks again after     │ ▲   │
 *    │   └─ a pause, twice as ... │ └───┘
 *    └────────────────────────────┘ lost(): a clause failed
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
     * Creates a breaker in state away, until {@link #watch} reaches the service.
     *
     * @param look sends a request to the service; throws an {@link EdgeFailure} if that fails
     * @param firstPause first pause between two checks while away
     * @param maxAge time between two checks while there
     */
    Reachability(Runnable look, Duration firstPause, Duration maxAge) {
        this.look = look;
        this.firstPause = firstPause;
        this.maxAge = maxAge;
        this.pause = firstPause;
    }

    /** Checks now, and repeatedly until this is closed. */
    void watch() {
        Thread.ofVirtual().name("edge-reachability").start(this::lookForEver);
    }

    /** The reason why the service can't be reached; null if it can. */
    @Nullable
    String reason() {
        lock.lock();
        try {
            return reason;
        } finally {
            lock.unlock();
        }
    }

    /** Reports a failed clause: the service counts as away until a check succeeds. */
    void lost(String why) {
        change(() -> {
            if (reason == null) {
                LOG.log(Level.WARNING, "The read-aloud service became unreachable error=%s".formatted(why));
                reason = why;
                lengthenPause();
            }
        });
    }

    /** Reports a spoken clause: the next outage begins with the first pause again. */
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

    /** Checks once; returns the pause until the next check. */
    private Duration lookOnce() {
        try {
            look.run();
            change(() -> {
                if (reason != null) {
                    LOG.log(Level.INFO, "The read-aloud service can be reached");
                }
                reason = null;
            });
            return maxAge;
        } catch (EdgeFailure e) {
            LOG.log(Level.DEBUG, "The read-aloud service can't be reached error=%s".formatted(e.getMessage()));
            change(() -> reason = reason == null ? null : String.valueOf(e.getMessage()));
            return takePause();
        } catch (RuntimeException e) {
            // Whatever failed: the checks must continue, or the service would stay away for ever.
            if (!isClosed()) {
                LOG.log(Level.ERROR, "The check of the read-aloud service failed unexpectedly", e);
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

    /** Waits, or less if the service is lost meanwhile. Returns false when this is closed. */
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

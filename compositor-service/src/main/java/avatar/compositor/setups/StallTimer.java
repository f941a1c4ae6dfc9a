package avatar.compositor.setups;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Notices that no byte of a body came for a while. For the thread of its connection. */
final class StallTimer {

    private final Vertx vertx;
    private final long timeoutMillis;
    private final Runnable stalled;

    private long lastNanos = System.nanoTime();
    private long timer;

    /**
     * Starts the timer.
     *
     * @param stalled called once, unless the timer is stopped before
     */
    StallTimer(Vertx vertx, Duration timeout, Runnable stalled) {
        this.vertx = vertx;
        this.timeoutMillis = timeout.toMillis();
        this.stalled = stalled;
        this.timer = vertx.setTimer(timeoutMillis, _ -> check());
    }

    /** Notes that bytes came; cheap enough for every piece of a body. */
    void touch() {
        lastNanos = System.nanoTime();
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void check() {
        long silentMillis = (System.nanoTime() - lastNanos) / 1_000_000;
        if (silentMillis >= timeoutMillis) {
            stalled.run();
        } else {
            timer = vertx.setTimer(timeoutMillis - silentMillis, _ -> check());
        }
    }
}

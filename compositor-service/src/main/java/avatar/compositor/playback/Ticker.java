package avatar.compositor.playback;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Time as the thread of a channel sees it. */
public interface Ticker {

    /** As {@link System#nanoTime}: never goes back. */
    long nanos();

    /** The time of day. */
    Instant now();

    /** Waits until {@link #nanos} has come to {@code deadlineNanos} or {@link #wake} is called; may return early. */
    void await(long deadlineNanos);

    /** Ends the wait of the thread that is in {@link #await}, or its next one. Anyone may call it. */
    void wake();

    /** The real time. For one waiting thread. */
    static Ticker system() {
        return new Ticker() {

            private volatile @Nullable Thread waiting;

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void await(long deadlineNanos) {
                waiting = Thread.currentThread();
                LockSupport.parkNanos(this, deadlineNanos - System.nanoTime());
            }

            @Override
            public void wake() {
                LockSupport.unpark(waiting);
            }
        };
    }
}

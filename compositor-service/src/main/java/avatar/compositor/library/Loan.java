package avatar.compositor.library;

import avatar.compositor.playback.Pictures;
import java.util.concurrent.atomic.AtomicBoolean;

/** An avatar lent to one channel; closed when the channel no longer uses it. */
public final class Loan implements AutoCloseable {

    private final Pictures pictures;
    private final Runnable giveBack;
    private final AtomicBoolean isOver = new AtomicBoolean();

    Loan(Pictures pictures, Runnable giveBack) {
        this.pictures = pictures;
        this.giveBack = giveBack;
    }

    public Pictures pictures() {
        return pictures;
    }

    @Override
    public void close() {
        if (isOver.compareAndSet(false, true)) {
            giveBack.run();
        }
    }
}

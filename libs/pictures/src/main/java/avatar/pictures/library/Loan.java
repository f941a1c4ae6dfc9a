package avatar.pictures.library;

import avatar.pictures.playback.Pictures;
import java.util.concurrent.atomic.AtomicBoolean;

/** An avatar lent to one channel; closed when the channel no longer uses it. */
public final class Loan implements AutoCloseable {

    private final Pictures pictures;
    private final String edition;
    private final Runnable giveBack;
    private final AtomicBoolean isOver = new AtomicBoolean();

    Loan(Pictures pictures, String edition, Runnable giveBack) {
        this.pictures = pictures;
        this.edition = edition;
        this.giveBack = giveBack;
    }

    public Pictures pictures() {
        return pictures;
    }

    /** The edition of the bundle when the loan was requested; empty if there was none. */
    public String edition() {
        return edition;
    }

    @Override
    public void close() {
        if (isOver.compareAndSet(false, true)) {
            giveBack.run();
        }
    }
}

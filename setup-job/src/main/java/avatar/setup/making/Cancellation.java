package avatar.setup.making;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A request to end a setup before it is complete. Any thread may request it; the setup ends at its next step. */
public final class Cancellation {

    private volatile @Nullable Reason reason;

    /** Why a setup ends before it is complete. */
    public enum Reason {
        /** The process received a signal. */
        SIGNAL,
        /** The client cancelled the setup. */
        CANCELLED,
        /** The setup belongs to another process now, or this process is shutting down; the next one starts it again. */
        GIVEN_BACK
    }

    /** Requests the end; the first reason counts. */
    public synchronized void request(Reason why) {
        if (reason == null) {
            reason = why;
        }
    }

    public boolean isRequested() {
        return reason != null;
    }

    public boolean isGivenBack() {
        return reason == Reason.GIVEN_BACK;
    }

    /**
     * Ends the work that calls this, if the end was requested.
     *
     * @throws Cancelled if it was
     */
    public void throwIfRequested() {
        Reason why = reason;
        if (why != null) {
            throw new Cancelled(why);
        }
    }

    /** Ends the work that is being done for a setup. */
    public static final class Cancelled extends CancellationException {

        private static final long serialVersionUID = 1;

        private final Reason reason;

        private Cancelled(Reason reason) {
            super("Setup cancelled: " + reason);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }
}

package avatar.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What a signal does to work: it asks the work to end and clean up, and the process ends when it has. A second signal ends the process
 * at once.
 *
 * <p>Signals and not a shutdown hook: when the JVM shuts down, ONNX Runtime's own hook closes what the work still uses, and the process
 * crashes.
 */
final class Stopping implements AutoCloseable {

    /** The exit code of what a signal ended is this, and the signal's number. */
    private static final int SIGNALLED = 128;

    private final List<Runnable> restorers = new ArrayList<>();
    private volatile @Nullable Integer exitCode;

    /** From now on until it is closed, signals wait. */
    Stopping begin() {
        for (String name : List.of("INT", "TERM")) {
            restorers.add(Signals.handle(name, this::stop));
        }
        return this;
    }

    private void stop(int signal) {
        int code = SIGNALLED + signal;
        if (exitCode != null) {
            Runtime.getRuntime().halt(code);
        }
        exitCode = code;
    }

    /** Whether there was a signal. */
    boolean isWanted() {
        return exitCode != null;
    }

    /** Ends the process without waiting for anything, as a second signal would. */
    void halt() {
        Integer code = exitCode;
        Runtime.getRuntime().halt(code == null ? 1 : code);
    }

    /**
     * To be asked a few times a second.
     *
     * @throws Stopped if there was a signal
     */
    void requireGoingOn() {
        Integer code = exitCode;
        if (code != null) {
            throw new Stopped(code);
        }
    }

    /** The work was stopped by a signal. */
    static final class Stopped extends CancellationException {

        private static final long serialVersionUID = 1;

        private final int exitCode;

        private Stopped(int exitCode) {
            super("Stopped by a signal");
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    @Override
    public void close() {
        restorers.forEach(Runnable::run);
    }
}

package avatar.setup;

import avatar.setup.making.Cancellation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the signals INT and TERM into a {@link Cancellation}: the work ends and cleans up, then the process ends. A
 * second signal ends the process at once.
 *
 * <p>Signals and not a shutdown hook: when the JVM shuts down, ONNX Runtime's own hook closes what the work still uses,
 * and the process crashes.
 */
final class StopSignals implements AutoCloseable {

    /** The exit code after a signal is this plus the signal's number. */
    private static final int SIGNALLED = 128;

    private final List<Runnable> restorers = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private volatile @Nullable Integer exitCode;

    /** Handles signals until it is closed. */
    StopSignals begin() {
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
        cancellation.request(Cancellation.Reason.SIGNAL);
    }

    /** Requested when a signal arrives. */
    Cancellation cancellation() {
        return cancellation;
    }

    /** The exit code of a process that a signal stopped; 0 if there was no signal. */
    int exitCode() {
        Integer code = exitCode;
        return code == null ? 0 : code;
    }

    /** Ends the process without waiting for anything, as a second signal would. */
    void halt() {
        Runtime.getRuntime().halt(exitCode == null ? 1 : exitCode());
    }

    @Override
    public void close() {
        restorers.forEach(Runnable::run);
    }
}

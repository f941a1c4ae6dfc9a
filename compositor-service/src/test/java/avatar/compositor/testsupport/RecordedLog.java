package avatar.compositor.testsupport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The log of the service since this was opened. */
public final class RecordedLog extends Handler implements AutoCloseable {

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");

    public RecordedLog() {
        root.addHandler(this);
    }

    /** The messages, with their parameters not filled in. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /** The exceptions that were logged with their stack traces. */
    public List<Throwable> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void publish(LogRecord logged) {
        messages.add(String.valueOf(logged.getMessage()));
        if (logged.getThrown() != null) {
            failures.add(logged.getThrown());
        }
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }
}

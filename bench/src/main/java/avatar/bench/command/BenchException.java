package avatar.bench.command;

import org.jspecify.annotations.Nullable;

/** A foreseen failure of a measurement; its message is for the terminal and says what was found. */
public final class BenchException extends RuntimeException {

    public BenchException(String message) {
        this(message, null);
    }

    public BenchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

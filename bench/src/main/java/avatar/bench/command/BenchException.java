package avatar.bench.command;

import org.jspecify.annotations.Nullable;

/** Something that could not be measured; its message is for the person at the terminal and says what was found. */
public final class BenchException extends RuntimeException {

    public BenchException(String message) {
        this(message, null);
    }

    public BenchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

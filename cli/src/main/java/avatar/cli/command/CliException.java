package avatar.cli.command;

import org.jspecify.annotations.Nullable;

/** A foreseen failure of a command; its message is one line for the terminal. */
public final class CliException extends RuntimeException {

    public CliException(String message) {
        this(message, null);
    }

    public CliException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

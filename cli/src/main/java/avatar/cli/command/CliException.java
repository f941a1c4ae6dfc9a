package avatar.cli.command;

import org.jspecify.annotations.Nullable;

/** Something that could not be done; its message is one line for the person at the terminal. */
public final class CliException extends RuntimeException {

    public CliException(String message) {
        this(message, null);
    }

    public CliException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

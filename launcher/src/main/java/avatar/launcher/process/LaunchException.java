package avatar.launcher.process;

import org.jspecify.annotations.Nullable;

/** A foreseen failure to start or run a process; its message is for the terminal and says what was found. */
public final class LaunchException extends RuntimeException {

    public LaunchException(String message) {
        this(message, null);
    }

    public LaunchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

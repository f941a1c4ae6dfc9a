package avatar.launcher.process;

import org.jspecify.annotations.Nullable;

/** Something that could not be started; its message is for the person at the terminal and says what was found. */
public final class LaunchException extends RuntimeException {

    public LaunchException(String message) {
        this(message, null);
    }

    public LaunchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package avatar.contract.problem;

import org.jspecify.annotations.Nullable;

/** A foreseen failure; its message says what was found, what was expected and, where that helps, what to do next. */
public final class AvatarException extends RuntimeException {

    private final ErrorCode code;

    public AvatarException(ErrorCode code, String detail) {
        this(code, detail, null);
    }

    public AvatarException(ErrorCode code, @Nullable String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}

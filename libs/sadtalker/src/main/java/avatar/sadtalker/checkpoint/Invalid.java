package avatar.sadtalker.checkpoint;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Builds the exceptions for checkpoints that can't be used. */
final class Invalid {

    /** Content of a damaged file may be of any length. */
    private static final int LONGEST_DETAIL = 600;

    private Invalid() {}

    static AvatarException because(String file, String detail) {
        return because(null, file, detail);
    }

    static AvatarException because(@Nullable Throwable cause, String file, String detail) {
        String shown = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail;
        return new AvatarException(ErrorCode.INVALID_MODEL, "'%s' %s".formatted(file, shown), cause);
    }
}

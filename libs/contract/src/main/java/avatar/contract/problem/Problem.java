package avatar.contract.problem;

import org.jspecify.annotations.Nullable;

/**
 * A failure in an HTTP answer: {@code application/problem+json}, RFC 9457.
 *
 * @param type {@code urn:avatar:problem:} and the name of the {@link ErrorCode}
 * @param detail what was found and what was expected in this occurrence
 */
public record Problem(
        String type, String title, int status, @Nullable String detail) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ErrorCode code, @Nullable String detail) {
        return new Problem("urn:avatar:problem:" + code, code.title(), code.status(), detail);
    }

    public static Problem of(AvatarException failure) {
        return of(failure.code(), failure.getMessage());
    }
}

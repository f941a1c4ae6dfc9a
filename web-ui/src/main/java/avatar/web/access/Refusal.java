package avatar.web.access;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import avatar.kit.problem.RouteProblems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.OptionalLong;

/** The answer to somebody who is not let in. */
final class Refusal extends RuntimeException {

    private final AvatarException problem;
    private final OptionalLong retryAfterSeconds;

    private Refusal(AvatarException problem, OptionalLong retryAfterSeconds) {
        super(problem.getMessage(), problem, false, false);
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static Refusal of(ErrorCode code, long retryAfterSeconds, String detail) {
        return new Refusal(new AvatarException(code, detail), OptionalLong.of(retryAfterSeconds));
    }

    static void answer(RoutingContext context, Throwable failure) {
        switch (failure) {
            case Refusal refusal -> refusal.answer(context);
            case AvatarException foreseen -> new Refusal(foreseen, OptionalLong.empty()).answer(context);
            default -> context.fail(failure);
        }
    }

    /** The code of a failure that is a refusal; INTERNAL_ERROR of any other. */
    static ErrorCode code(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal.problem.code();
            case AvatarException foreseen -> foreseen.code();
            default -> ErrorCode.INTERNAL_ERROR;
        };
    }

    private void answer(RoutingContext context) {
        retryAfterSeconds.ifPresent(
                seconds -> context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        if (problem.code() == ErrorCode.UNAUTHENTICATED) {
            context.response().putHeader("www-authenticate", "Bearer realm=\"live-avatar\"");
        }
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        RouteProblems.answer(context, Problem.of(problem));
        // What is still sent is read and discarded, or the sender would not read the answer.
        context.request().resume();
    }
}

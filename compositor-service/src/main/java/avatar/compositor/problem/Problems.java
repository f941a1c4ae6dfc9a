package avatar.compositor.problem;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import io.quarkus.logging.Log;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Answers what can't be served, as {@code application/problem+json}. */
public final class Problems {

    private static final String RETRY_SECONDS = "3";

    private Problems() {}

    /** Lets only GET and HEAD pass. */
    public static void requireRead(RoutingContext request) {
        HttpMethod method = request.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            refuseMethod(request, "GET, HEAD");
        }
        request.next();
    }

    /** Answers to a method that a path does not know. */
    public static void refuseMethod(RoutingContext request, String allowed) {
        request.response().putHeader(HttpHeaders.ALLOW, allowed);
        throw new AvatarException(
                ErrorCode.METHOD_NOT_ALLOWED,
                "Only %s work here, not %s".formatted(allowed, request.request().method()));
    }

    public static void answerNotFound(RoutingContext request) {
        answer(request, Problem.of(ErrorCode.NOT_FOUND, "Nothing is at '%s'".formatted(request.normalizedPath())));
    }

    /** Answers for whatever a handler threw. */
    public static void answer(RoutingContext request) {
        if (request.failure() instanceof AvatarException foreseen) {
            answer(request, foreseen);
        } else if (request.statusCode() == ErrorCode.TEXT_TOO_LONG.status()) {
            answer(request, Problem.of(ErrorCode.TEXT_TOO_LONG, "The request's body is too large"));
        } else {
            Log.errorf(request.failure(), "Request failed path=%s", request.normalizedPath());
            answer(request, Problem.of(ErrorCode.INTERNAL_ERROR, null));
        }
    }

    /** Answers for a foreseen failure. */
    public static void answer(RoutingContext request, AvatarException foreseen) {
        answer(request, Problem.of(foreseen));
    }

    private static void answer(RoutingContext request, Problem problem) {
        if (request.response().headWritten()) {
            request.request().connection().close();
            return;
        }
        if (problem.status() == ErrorCode.AVATAR_NOT_READY.status()) {
            request.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Buffer.buffer(Json.write(problem)));
    }
}

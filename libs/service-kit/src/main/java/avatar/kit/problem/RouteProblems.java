package avatar.kit.problem;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** Answers failed requests of Vert.x routes with {@code application/problem+json}. */
public final class RouteProblems {

    private static final Logger LOG = Logger.getLogger(RouteProblems.class);

    private static final int PAYLOAD_TOO_LARGE = 413;
    static final String RETRY_SECONDS = "3";

    private RouteProblems() {}

    /** Refuses methods other than GET and HEAD. */
    public static void requireRead(RoutingContext request) {
        HttpMethod method = request.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            refuseMethod(request, "GET, HEAD");
        }
        request.next();
    }

    /** Answers a request with an unsupported method. */
    public static void refuseMethod(RoutingContext request, String allowed) {
        request.response().putHeader(HttpHeaders.ALLOW, allowed);
        throw new AvatarException(
                ErrorCode.METHOD_NOT_ALLOWED,
                "Expected %s, found %s".formatted(allowed, request.request().method()));
    }

    public static void answerNotFound(RoutingContext request) {
        answer(request, Problem.of(ErrorCode.NOT_FOUND, "Nothing is at '%s'".formatted(request.normalizedPath())));
    }

    /** Answers a request whose handler threw an exception. */
    public static void answer(RoutingContext request) {
        if (request.failure() instanceof AvatarException foreseen) {
            answer(request, foreseen);
        } else if (request.statusCode() == PAYLOAD_TOO_LARGE) {
            answer(request, Problem.of(ErrorCode.BODY_TOO_LARGE, null));
        } else {
            LOG.errorf(request.failure(), "Request failed path=%s", request.normalizedPath());
            answer(request, Problem.of(ErrorCode.INTERNAL_ERROR, null));
        }
    }

    /** Answers a request with a foreseen failure. */
    public static void answer(RoutingContext request, AvatarException foreseen) {
        answer(request, Problem.of(foreseen));
    }

    /** Answers with a problem; closes the connection if the answer has already begun. */
    public static void answer(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.headWritten()) {
            request.request().connection().close();
            return;
        }
        if (isPassing(problem) && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(toBuffer(problem));
    }

    /** Whether the same request may succeed in a moment. */
    static boolean isPassing(Problem problem) {
        return problem.status() == ErrorCode.SERVICE_UNAVAILABLE.status()
                || problem.status() == ErrorCode.QUEUE_FULL.status();
    }

    public static Buffer toBuffer(Problem problem) {
        return Buffer.buffer(Json.write(problem));
    }
}

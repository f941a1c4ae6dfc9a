package avatar.kit.http;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.kit.problem.RouteProblems;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import java.util.Objects;

/** Helpers for Vert.x routes: JSON answers, status codes, limits of bodies. */
public final class Answers {

    public static final int OK = 200;
    public static final int CREATED = 201;
    public static final int ACCEPTED = 202;
    public static final int NO_CONTENT = 204;

    private Answers() {}

    /** Handles a route; its failures are answered as problems. */
    public static void route(Route route, Handler<RoutingContext> handler) {
        route.handler(handler).failureHandler(RouteProblems::answer);
    }

    /** Like {@link #route}, for a handler that blocks on files or on Kafka. */
    public static void blockingRoute(Route route, Handler<RoutingContext> handler) {
        route.blockingHandler(handler, false).failureHandler(RouteProblems::answer);
    }

    /** Ends a request with {@code view} as JSON that must not be cached. */
    public static void json(RoutingContext request, int status, Object view) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(Json.write(view)));
    }

    /** Reads a body of at most {@code maxBytes}. */
    public static BodyHandler body(int maxBytes) {
        return BodyHandler.create(false).setBodyLimit(maxBytes);
    }

    /** Refuses a body that is not JSON. */
    public static void requireJson(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new AvatarException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Invalid content type of the body: found '%s', expected application/json".formatted(type));
        }
        request.next();
    }

    /** A parameter of the route's path. */
    public static String part(RoutingContext request, String name) {
        return Objects.requireNonNull(request.pathParam(name), "the route has it");
    }
}

package avatar.compositor.problem;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;

/** What all calls of the API have in common: JSON in, JSON out. */
public final class Answers {

    private Answers() {}

    /** Answers with a value, which nobody may keep. */
    public static void json(RoutingContext request, int status, Object view) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(Json.write(view)));
    }

    /** Reads a body of at most so many bytes. */
    public static BodyHandler body(int maxBytes) {
        return BodyHandler.create(false).setBodyLimit(maxBytes);
    }

    /** Lets only JSON pass. */
    public static void requireJson(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new AvatarException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json, not '%s'".formatted(type));
        }
        request.next();
    }
}

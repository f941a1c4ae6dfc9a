package avatar.web.fake;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Requests and answers in the API's own form. */
final class Answers {

    private static final int WAV_HEAD = 44;

    private Answers() {}

    /** A parameter of the path. */
    static String param(RoutingContext call, String name) {
        return requireNonNull(call.pathParam(name));
    }

    /** The JSON of the request's body. */
    static JsonObject body(RoutingContext call) {
        return requireNonNull(call.body().asJsonObject());
    }

    static void json(RoutingContext call, int status, JsonObject body) {
        call.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body.encode());
    }

    static void problem(RoutingContext call, int status, String code, String detail) {
        problem(call.response(), status, code, detail);
    }

    static void problem(HttpServerResponse response, int status, String code, String detail) {
        response.setStatusCode(status)
                .putHeader("content-type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "urn:avatar:problem:" + code)
                        .put("title", code)
                        .put("status", status)
                        .put("detail", detail)
                        .encode());
    }

    /** A WAV file of 16-bit mono sound. */
    static Buffer wav(Buffer pcm, int rate) {
        return Buffer.buffer(WAV_HEAD + pcm.length())
                .appendString("RIFF")
                .appendIntLE(WAV_HEAD - 8 + pcm.length())
                .appendString("WAVEfmt ")
                .appendIntLE(16)
                .appendShortLE((short) 1)
                .appendShortLE((short) 1)
                .appendIntLE(rate)
                .appendIntLE(2 * rate)
                .appendShortLE((short) 2)
                .appendShortLE((short) 16)
                .appendString("data")
                .appendIntLE(pcm.length())
                .appendBuffer(pcm);
    }
}

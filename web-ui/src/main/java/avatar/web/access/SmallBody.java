package avatar.web.access;

import avatar.contract.json.JsonFields;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads the JSON bodies of this package's own calls. */
final class SmallBody {

    private static final int MAX_BYTES = 4096;

    private SmallBody() {}

    static Future<JsonFields> read(HttpServerRequest request) {
        Promise<JsonFields> read = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= MAX_BYTES) {
                body.appendBuffer(chunk);
            } else {
                read.tryFail(new AvatarException(
                        ErrorCode.BODY_TOO_LARGE, "The request's body must be at most %d bytes".formatted(MAX_BYTES)));
            }
        });
        request.exceptionHandler(read::tryFail);
        request.endHandler(end -> {
            if (!read.future().isComplete()) {
                parse(body, read);
            }
        });
        request.resume();
        return read.future();
    }

    private static void parse(Buffer body, Promise<JsonFields> read) {
        try {
            read.complete(JsonFields.of(body.getBytes()));
        } catch (AvatarException e) {
            read.fail(e);
        }
    }
}

package avatar.speech.edge;

import avatar.speech.edge.EdgeFailure.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks the service for its voices, over HTTP. */
final class VoiceListRequest {

    /** Today's list is 300 KB. */
    private static final int MOST_BYTES = 4 << 20;

    private final HttpClient http;
    private final Duration idleTimeout;

    VoiceListRequest(HttpClient http, Duration idleTimeout) {
        this.http = http;
        this.idleTimeout = idleTimeout;
    }

    /** The list as JSON; fails with {@link Refused} if the answer is another one. */
    Future<byte[]> send(EdgeAddress address) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(address.host())
                .setPort(address.port())
                .setURI(address.voices())
                .setIdleTimeout(idleTimeout.toMillis());
        EdgeAddress.headers().forEach(options::putHeader);
        return http.request(options).compose(request -> request.send().compose(VoiceListRequest::body));
    }

    void close() {
        http.close();
    }

    private static Future<byte[]> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture(new Refused(response.statusCode(), response.getHeader("Date")));
        }
        Promise<byte[]> body = Promise.promise();
        Buffer received = Buffer.buffer();
        response.handler(chunk -> {
            if (received.length() + chunk.length() > MOST_BYTES) {
                body.tryFail(new EdgeFailure(Kind.BROKEN, "The list of voices is longer than 4 MB"));
                response.request().reset();
            } else {
                received.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(body::tryFail);
        response.endHandler(nothing -> body.tryComplete(received.getBytes()));
        return body.future();
    }

    /** The service gave no list. */
    static final class Refused extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final int status;
        private final @Nullable String date;

        Refused(int status, @Nullable String date) {
            super("status %d".formatted(status));
            this.status = status;
            this.date = date;
        }

        int status() {
            return status;
        }

        /** The service's time, as the header has it. */
        @Nullable
        String date() {
            return date;
        }
    }
}

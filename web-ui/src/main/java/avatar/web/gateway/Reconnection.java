package avatar.web.gateway;

import avatar.contract.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;

/** Sends a viewer's request for a stream to another instance. */
final class Reconnection {

    private static final int OK = 200;

    private final Connector connector;
    private final String uri;
    private final MultiMap headers;
    private final Duration answerTimeout;

    /** @param first the request that has begun the stream */
    Reconnection(Connector connector, HttpClientRequest first, Duration answerTimeout) {
        this.connector = connector;
        this.uri = first.getURI();
        // The connection's own are set for every request.
        this.headers = MultiMap.caseInsensitiveMultiMap()
                .addAll(first.headers())
                .remove("host")
                .remove("content-length");
        this.answerTimeout = answerTimeout;
    }

    /** What an instance has answered. Its stream is paused. */
    record Answer(Instance instance, HttpClientRequest request, HttpClientResponse response) {

        boolean isStream() {
            return response.statusCode() == OK;
        }

        /** Whether nobody will ever continue the stream. */
        boolean isFinal() {
            return response.statusCode() == ErrorCode.NOT_FOUND.status();
        }

        Source source() {
            return new Source(instance, request, response);
        }
    }

    Future<Answer> connect(Instance instance) {
        return connector.connect(instance).compose(request -> {
            request.setMethod(HttpMethod.GET).setURI(uri).idleTimeout(answerTimeout.toMillis());
            request.headers().addAll(headers);
            return request.send().map(response -> {
                response.pause();
                return new Answer(instance, request, response);
            });
        });
    }
}

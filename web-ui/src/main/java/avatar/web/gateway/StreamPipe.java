package avatar.web.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jspecify.annotations.Nullable;

/**
 * Streams an answer of unknown length. The library's own way would collect it to its end for callers of HTTP/1.0 (such
 * as nginx), and a stream has no end; and it closes a connection within the write that failed on it, so that Netty
 * logs a stack trace for every viewer that disconnects.
 */
final class StreamPipe implements ProxyInterceptor {

    private static final int NO_CONTENT = 204;

    private final Vertx vertx;

    StreamPipe(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse answer = context.response();
        if (answer.getBody() == null || answer.getBody().length() >= 0) {
            return context.sendResponse();
        }
        HttpServerRequest request = context.request().proxiedRequest();
        HttpServerResponse caller = begin(context);
        return answer.getBody().stream()
                .pipe()
                .endOnFailure(false)
                .to(caller)
                .onSuccess(ended -> endForOldClients(request))
                .recover(broken -> {
                    hangUp(Exchange.request(context), caller);
                    return Future.succeededFuture();
                });
    }

    /** Sets status and headers of the answer. */
    static HttpServerResponse begin(ProxyContext context) {
        ProxyResponse answer = context.response();
        answer.headers().remove("transfer-encoding");
        HttpServerResponse caller = context.request().proxiedRequest().response();
        caller.setStatusCode(answer.getStatusCode())
                .setChunked(answer.getStatusCode() != NO_CONTENT)
                .headers()
                .addAll(answer.headers());
        return caller;
    }

    /** HTTP/1.0 has no chunks: the end of the connection is the end of the answer. */
    static void endForOldClients(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_1_0) {
            request.connection().close();
        }
    }

    private void hangUp(@Nullable HttpClientRequest service, HttpServerResponse caller) {
        if (service != null) {
            service.reset();
        }
        vertx.runOnContext(afterTheWriteThatFailed -> caller.reset());
    }
}

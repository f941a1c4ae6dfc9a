package avatar.web.gateway;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Reads the body of a request before a service hears of it: one that is too large, or whose sender leaves half-way, costs
 * the services nothing.
 */
final class BoundedBody implements ProxyInterceptor {

    private final long maxBytes;

    BoundedBody(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
            request.response().writeContinue();
            context.request().headers().remove("expect");
        }
        return read(request).compose(body -> {
            context.request().setBody(body.length() == 0 ? null : Body.body(body));
            return context.sendRequest();
        });
    }

    private Future<Buffer> read(HttpServerRequest request) {
        Promise<Buffer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= maxBytes) {
                body.appendBuffer(chunk);
            } else {
                // What still comes is read and forgotten, or the sender would not hear the answer.
                request.handler(rest -> {});
                read.tryFail(new AvatarException(
                        ErrorCode.TEXT_TOO_LONG, "The request's body must be at most %d bytes".formatted(maxBytes)));
            }
        });
        request.exceptionHandler(read::tryFail);
        request.endHandler(end -> read.tryComplete(body));
        request.resume();
        return read.future();
    }
}

package avatar.web.gateway;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Reads the body of a request completely before the service is called: a body that is too large, or whose sender
 * disconnects, costs the services nothing. An upload, which is a form with a Content-Length, is streamed instead: this
 * process serves viewers, and a few uploads in memory at once would fill it.
 */
final class BoundedBody implements ProxyInterceptor {

    private final long maxBytes;
    private final long maxUpload;
    private final ErrorCode uploadTooLarge;

    BoundedBody(GatewayConfig config, Upload upload) {
        this.maxBytes = config.maxBody().asLongValue();
        this.maxUpload = upload.maxBytes(config);
        this.uploadTooLarge = upload.tooLarge();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
            request.response().writeContinue();
            context.request().headers().remove("expect");
        }
        OptionalLong upload = uploadLength(request);
        if (upload.isPresent()) {
            return upload.getAsLong() <= maxUpload ? context.sendRequest() : refuse(request);
        }
        return read(request).compose(body -> {
            Exchange.setBody(context, body);
            return context.sendRequest();
        });
    }

    private static OptionalLong uploadLength(HttpServerRequest request) {
        String type = request.getHeader("content-type");
        String length = request.getHeader("content-length");
        boolean isUpload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        // The HTTP server has already refused an invalid length.
        return isUpload && length != null ? OptionalLong.of(Long.parseLong(length)) : OptionalLong.empty();
    }

    private Future<ProxyResponse> refuse(HttpServerRequest request) {
        // The rest is read and discarded, or the sender would not read the answer.
        request.handler(chunk -> {});
        request.resume();
        return Future.failedFuture(
                new AvatarException(uploadTooLarge, "An upload must be at most %d bytes".formatted(maxUpload)));
    }

    private Future<Buffer> read(HttpServerRequest request) {
        Promise<Buffer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= maxBytes) {
                body.appendBuffer(chunk);
            } else {
                // The rest is read and discarded, or the sender would not read the answer.
                request.handler(rest -> {});
                read.tryFail(new AvatarException(
                        ErrorCode.BODY_TOO_LARGE, "The request's body must be at most %d bytes".formatted(maxBytes)));
            }
        });
        request.exceptionHandler(read::tryFail);
        request.endHandler(end -> read.tryComplete(body));
        request.resume();
        return read.future();
    }
}

package avatar.web.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Passes an answer of unknown length on to a caller that speaks HTTP/1.0, as nginx does by default. The library would
 * collect it to its end first, and a stream has none; here the end of the connection is the end of the answer.
 */
final class StreamForOldClients implements ProxyInterceptor {

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse answer = context.response();
        if (context.request().version() != HttpVersion.HTTP_1_0
                || answer.getBody() == null
                || answer.getBody().length() >= 0) {
            return context.sendResponse();
        }
        HttpServerResponse caller = context.request().proxiedRequest().response();
        caller.setStatusCode(answer.getStatusCode());
        answer.headers().remove("transfer-encoding");
        caller.headers().addAll(answer.headers()).set("connection", "close");
        return answer.getBody().stream().pipe().endOnFailure(false).to(caller).onFailure(broken -> caller.reset());
    }
}

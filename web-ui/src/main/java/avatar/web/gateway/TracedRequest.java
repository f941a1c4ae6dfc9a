package avatar.web.gateway;

import avatar.kit.trace.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Set;

/** Records requests that change something as spans, from their arrival until the service has answered. */
final class TracedRequest implements ProxyInterceptor {

    /** Streams last for hours, and lists are read all the time. */
    private static final Set<HttpMethod> NOT_RECORDED = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final int SERVER_ERROR = 500;

    private final Tracing tracing;
    private final Route route;

    TracedRequest(Tracing tracing, Route route) {
        this.tracing = tracing;
        this.route = route;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        if (!tracing.isOn() || NOT_RECORDED.contains(request.method())) {
            return context.sendRequest();
        }
        Span span = tracing.begin(
                request.method() + " " + route.path(), SpanKind.SERVER, tracing.parent(request::getHeader));
        tracing.carry(
                Context.root().with(span),
                (name, value) -> context.request().headers().set(name, value));
        return context.sendRequest().onComplete(answer -> end(span, answer));
    }

    private static void end(Span span, AsyncResult<ProxyResponse> answer) {
        int status = answer.succeeded() ? answer.result().getStatusCode() : SERVER_ERROR;
        span.setAttribute("http.response.status_code", status);
        if (status >= SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}

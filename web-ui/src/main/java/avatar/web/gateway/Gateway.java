package avatar.web.gateway;

import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Forwards every request of {@link Route#TABLE} to the service that answers it, and streams the answer back: nothing is
 * stored, a viewer that reads slowly slows its own connection to the service, and one that disconnects closes it.
 */
@Singleton
final class Gateway {

    private final GatewayConfig config;
    private final Vertx vertx;
    private final HttpClient client;
    private final Outages outages;

    Gateway(GatewayConfig config, Vertx vertx, HttpClient client, Outages outages) {
        this.config = config;
        this.vertx = vertx;
        this.client = client;
        this.outages = outages;
    }

    void addRoutes(@Observes Router router) {
        for (Route route : Route.TABLE) {
            HttpProxy proxy = proxy(route);
            router.route(route.path()).handler(context -> proxy.handle(context.request()));
        }
        router.route("/api/*").handler(Gateway::refuseUnknownPath);
    }

    private HttpProxy proxy(Route route) {
        RequestOptions request = route.upstream().request(config);
        return HttpProxy.reverseProxy(client)
                .origin(context -> client.request(new RequestOptions(request)).map(sent -> {
                    if (route.hasTimeout()) {
                        limitAnswerTime(context.request().proxiedRequest(), sent);
                    }
                    return StreamPipe.remember(context, sent);
                }))
                .addInterceptor(new OutageReporter(route.upstream(), outages))
                .addInterceptor(new StreamPipe(vertx))
                .addInterceptor(new HeaderRewriter(request))
                .addInterceptor(new BoundedBody(config, route.upload()));
    }

    /** Starts the timeout once the service has the complete request: an upload may take any time. */
    private void limitAnswerTime(HttpServerRequest asked, HttpClientRequest sent) {
        long limit = config.answerTimeout().toMillis();
        if (asked.isEnded()) {
            sent.idleTimeout(limit);
        } else {
            asked.end().onSuccess(allCame -> sent.idleTimeout(limit));
        }
    }

    private static void refuseUnknownPath(RoutingContext context) {
        Problem problem =
                Problem.of(ErrorCode.NOT_FOUND, "No service answers '%s'".formatted(context.normalizedPath()));
        context.response()
                .setStatusCode(problem.status())
                .putHeader("content-type", Problem.MEDIA_TYPE)
                .end(Problems.toBuffer(problem));
    }
}

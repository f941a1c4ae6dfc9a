package avatar.web.gateway;

import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import avatar.kit.trace.Tracing;
import avatar.web.audit.AuditLog;
import avatar.web.limits.DailyUse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Forwards every request of {@link Route#TABLE} to the service that answers it, and streams the answer back: nothing is
 * stored, a viewer that reads slowly slows its own connection to the service, and one that disconnects closes it.
 */
@Singleton
final class Gateway {

    private static final int NOT_FOUND = ErrorCode.NOT_FOUND.status();

    private final GatewayConfig config;
    private final Vertx vertx;
    private final Connector connector;
    private final Services services;
    private final Sender sender;
    private final OwnerChanges changes;
    private final Outages outages;
    private final Relays relays;
    private final JoinedAnswers joinedAnswers;
    private final RouteGate gate;
    private final Utterances utterances;
    private final DailyUse dailyUse;
    private final AuditLog audit;
    private final Tracing tracing;

    Gateway(
            GatewayConfig config,
            Vertx vertx,
            Connector connector,
            Services services,
            Sender sender,
            OwnerChanges changes,
            Outages outages,
            Relays relays,
            JoinedAnswers joinedAnswers,
            RouteGate gate,
            Utterances utterances,
            DailyUse dailyUse,
            AuditLog audit,
            Tracing tracing) {
        this.config = config;
        this.vertx = vertx;
        this.connector = connector;
        this.services = services;
        this.sender = sender;
        this.changes = changes;
        this.outages = outages;
        this.relays = relays;
        this.joinedAnswers = joinedAnswers;
        this.gate = gate;
        this.utterances = utterances;
        this.dailyUse = dailyUse;
        this.audit = audit;
        this.tracing = tracing;
    }

    void addRoutes(@Observes Router router) {
        for (Route route : Route.TABLE) {
            HttpProxy proxy = proxy(route);
            io.vertx.ext.web.Route added =
                    route.method() == null ? router.route(route.path()) : router.route(route.method(), route.path());
            added.handler(context -> gate.admit(route, context, request -> {
                if (route.target() != Target.EVERY_COMPOSITOR || !joinedAnswers.join(request, proxy)) {
                    proxy.handle(request);
                }
            }));
        }
        router.route("/api/*").handler(Gateway::refuseUnknownPath);
    }

    private HttpProxy proxy(Route route) {
        return HttpProxy.reverseProxy(connector.client())
                .origin(context -> connect(context, route.answer()))
                .addInterceptor(new TracedRequest(tracing, route))
                .addInterceptor(new OutageReporter(route.target().upstream(), outages, audit, dailyUse))
                .addInterceptor(new StreamPipe(vertx))
                .addInterceptor(relays.of(route))
                .addInterceptor(new HeaderRewriter())
                .addInterceptor(new BoundedBody(config, route.upload()))
                .addInterceptor(new Judgement(route, utterances, dailyUse))
                .addInterceptor(selection(route));
    }

    private ProxyInterceptor selection(Route route) {
        return switch (route.target()) {
            case TTS, VISEME, ANY_COMPOSITOR, EVERY_COMPOSITOR ->
                new InTurn(sender, () -> services.inTurn(route.target().upstream()), Sender.NO_STATUS);
            case LOOKUP -> new InTurn(sender, () -> services.inTurn(Upstream.COMPOSITOR), NOT_FOUND);
            case OWNER ->
                new AtTheOwner(sender, services, changes, config.ownerTimeout(), RequestedChannel.inPath(route.path()));
            case OWNER_BY_BODY ->
                new AtTheOwner(sender, services, changes, config.ownerTimeout(), RequestedChannel::inBody);
        };
    }

    private Future<HttpClientRequest> connect(ProxyContext context, AnswerKind answer) {
        return connector.connect(Exchange.instance(context)).map(request -> {
            if (answer.hasTimeout()) {
                limitAnswerTime(context.request().proxiedRequest(), request);
            }
            return Exchange.setRequest(context, request);
        });
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

package avatar.web.gateway;

import static java.util.Objects.requireNonNull;

import avatar.web.owner.OwnerDirectory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Passes on live streams so that they survive their instances. */
@Singleton
final class Relays {

    private static final int OK = 200;

    private final GatewayConfig config;
    private final Vertx vertx;
    private final Connector connector;
    private final Services services;
    private final OwnerDirectory owners;
    private final RelayLog log;

    Relays(
            GatewayConfig config,
            Vertx vertx,
            Connector connector,
            Services services,
            OwnerDirectory owners,
            RelayLog log) {
        this.config = config;
        this.vertx = vertx;
        this.connector = connector;
        this.services = services;
        this.owners = owners;
        this.log = log;
    }

    /** Passes on the live streams among the answers of a route. */
    ProxyInterceptor of(Route route) {
        Function<ProxyContext, Optional<String>> channel = RequestedChannel.inPath(route.path());
        return new ProxyInterceptor() {
            @Override
            public Future<Void> handleProxyResponse(ProxyContext context) {
                if (route.answer() == AnswerKind.PLAIN || !isStream(context)) {
                    return context.sendResponse();
                }
                begin(context, Continuation.of(route.answer(), places(route, channel.apply(context))));
                return Future.succeededFuture();
            }
        };
    }

    private Supplier<List<Instance>> places(Route route, Optional<String> channel) {
        return route.target() == Target.OWNER && channel.isPresent()
                ? () -> services.ofChannel(channel.get())
                : () -> services.inTurn(route.target().upstream());
    }

    private static boolean isStream(ProxyContext context) {
        ProxyResponse answer = context.response();
        String type = answer.headers().get("content-type");
        return context.request().getMethod().equals(HttpMethod.GET)
                && answer.getStatusCode() == OK
                && answer.getBody() != null
                && type != null
                && (type.startsWith("multipart/x-mixed-replace") || type.startsWith("text/event-stream"));
    }

    private void begin(ProxyContext context, Continuation continuation) {
        HttpServerRequest viewer = context.request().proxiedRequest();
        HttpClientRequest request = requireNonNull(Exchange.request(context));
        ReadStream<Buffer> stream = context.response().getBody().stream();
        StreamPipe.begin(context);
        Relay relay = new Relay(
                vertx,
                viewer,
                continuation,
                new Reconnection(connector, request, config.answerTimeout()),
                log,
                config.streamTimeout());
        OwnerDirectory.Registration registration = owners.listen(relay::placesChanged);
        relay.begin(new Source(Exchange.instance(context), request, stream), registration::end);
    }
}

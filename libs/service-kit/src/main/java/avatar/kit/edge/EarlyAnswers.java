package avatar.kit.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Closes connections whose request was answered before all of its body came, as a refusal is. Vert.x would wait for the
 * rest of the body as long as for a next request; whoever never sends it would hold the connection all that time.
 */
@Singleton
public final class EarlyAnswers {

    /** Long enough for the sender to read the answer: bytes that come to a closed connection make it lose that. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private static final int PRIORITY = EdgeFilter.PRIORITY + 1;

    void register(@Observes Filters filters) {
        filters.register(EarlyAnswers::watch, PRIORITY);
    }

    private static void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.version() != HttpVersion.HTTP_2 && !request.isEnded()) {
            // An answer may end on any thread, and the rest of the body comes on this one.
            Context connection = context.vertx().getOrCreateContext();
            context.addEndHandler(_ -> connection.runOnContext(_ -> awaitTheRest(context)));
        }
        context.next();
    }

    private static void awaitTheRest(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        request.handler(_ -> {});
        request.resume();
        context.vertx().setTimer(LINGER.toMillis(), _ -> {
            // Or else the connection may serve the next request by now.
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }
}

package avatar.web.gateway;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends a request to the compositor of its channel. While the channel moves to another one, the request waits for the
 * announcement of that.
 */
final class AtTheOwner implements ProxyInterceptor {

    private static final int ELSEWHERE = ErrorCode.CHANNEL_ELSEWHERE.status();

    /** A compositor that was away for a moment makes no announcement. */
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Sender sender;
    private final Services services;
    private final OwnerChanges changes;
    private final Duration timeout;
    private final Function<ProxyContext, Optional<String>> channel;

    AtTheOwner(
            Sender sender,
            Services services,
            OwnerChanges changes,
            Duration timeout,
            Function<ProxyContext, Optional<String>> channel) {
        this.sender = sender;
        this.services = services;
        this.changes = changes;
        this.timeout = timeout;
        this.channel = channel;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Optional<String> id = channel.apply(context);
        return id.isPresent()
                ? send(context, id.get(), System.nanoTime() + timeout.toNanos())
                // Every compositor refuses it.
                : sender.send(context, services.inTurn(Upstream.COMPOSITOR), Sender.NO_STATUS);
    }

    private Future<ProxyResponse> send(ProxyContext context, String id, long deadline) {
        long version = changes.version();
        boolean ownersAreKnown = services.knowOwners();
        List<Instance> instances = services.ofChannel(id);
        return sender.send(context, instances, ELSEWHERE).transform(result -> {
            if (isFinal(context, result, ownersAreKnown)) {
                return result.succeeded()
                        ? Future.succeededFuture(result.result())
                        : Future.failedFuture(result.cause());
            }
            if (result.succeeded()) {
                result.result().release();
            }
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (!ownersAreKnown || left.isNegative()) {
                return Future.failedFuture(new AvatarException(
                        ErrorCode.CHANNEL_MOVING,
                        "No compositor serves channel '%s' right now; send the request again in a second"
                                .formatted(id)));
            }
            return changes.after(version, left.compareTo(RETRY) < 0 ? left : RETRY)
                    .compose(announced -> send(context, id, deadline));
        });
    }

    private static boolean isFinal(ProxyContext context, AsyncResult<ProxyResponse> result, boolean ownersAreKnown) {
        return result.succeeded()
                ? result.result().getStatusCode() != ELSEWHERE
                : !ownersAreKnown || !Sender.isRepeatable(context, result.cause());
    }
}

package avatar.web.gateway;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.web.access.Entrance;
import avatar.web.access.JudgedRequest;
import avatar.web.access.Requirement;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lets the requests of a route in, if their caller may make them. What a body names is judged later. */
@Singleton
final class RouteGate {

    private final Entrance entrance;
    private final Utterances utterances;

    RouteGate(Entrance entrance, Utterances utterances) {
        this.entrance = entrance;
        this.utterances = utterances;
    }

    void admit(Route route, RoutingContext context, Handler<JudgedRequest> next) {
        HttpMethod method = context.request().method();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        entrance.admit(
                context,
                method + " " + route.path(),
                !reads || route.answer() != AnswerKind.PLAIN,
                request -> judge(route, context, request),
                next);
    }

    private Future<?> judge(Route route, RoutingContext context, JudgedRequest request) {
        if (segments(context.normalizedPath()) != segments(request.path())) {
            // Whoever answers would see another path than the one that is judged.
            return Future.failedFuture(new AvatarException(
                    ErrorCode.NOT_FOUND,
                    "Found path '%s', expected one without '.', '..' and empty segments".formatted(request.path())));
        }
        Requirement requirement = route.rule().of(request.method());
        return switch (requirement.subject()) {
            case CHANNEL_IN_BODY, UTTERANCE_IN_BODY -> Future.succeededFuture();
            case NOTHING, LISTED_CHANNELS, EVERYTHING -> requirement.judged(request.caller(), Optional.empty());
            case CHANNEL_IN_PATH -> {
                Optional<String> channel = RequestedChannel.inPath(route.path(), request);
                channel.ifPresent(request::about);
                yield requirement.judged(request.caller(), channel);
            }
            case UTTERANCE_IN_PATH ->
                utterances
                        .channelOf(request.caller(), RequestedChannel.segment(route.path(), request))
                        .compose(channel -> requirement.judged(request.caller(), channel));
        };
    }

    private static long segments(String path) {
        return path.chars().filter(character -> character == '/').count();
    }
}

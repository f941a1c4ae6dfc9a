package avatar.web.access;

import avatar.access.Link;
import avatar.access.Scope;
import avatar.contract.json.Json;
import avatar.contract.json.JsonFields;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.Channels;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** {@code POST /api/v1/links}: signs a link to a channel, for {@code <img>}, embeds and players, which have no key. */
@Singleton
final class LinkRoutes {

    private static final String PATH = "/api/v1/links";
    private static final int CREATED = 201;
    private static final int DEFAULT_SECONDS = 3600;

    /** Before the gateway's own answer to unknown paths. */
    private static final int EARLY = -1;

    private final AccessConfig config;
    private final Entrance entrance;
    private final KeyDirectory keys;

    LinkRoutes(AccessConfig config, Entrance entrance, KeyDirectory keys) {
        this.config = config;
        this.entrance = entrance;
        this.keys = keys;
    }

    /** The body of the answer. */
    record SignedLink(String url, String token, String channel, Scope scope, Instant expiresAt) {}

    void addRoute(@Observes Router router) {
        router.post(PATH)
                .order(EARLY)
                .handler(context -> entrance.admit(
                        context,
                        "POST " + PATH,
                        true,
                        LinkRoutes::requireKey,
                        request -> SmallBody.read(request)
                                .compose(body -> sign(request, body))
                                .onSuccess(link -> answer(context, link))
                                .onFailure(failure -> Refusal.answer(context, failure))));
    }

    /** Whoever has a link can't make it last longer by another one, and a link needs a key with which it ends. */
    private static Future<?> requireKey(JudgedRequest request) {
        return request.caller().kind() == Caller.Kind.KEY
                ? Future.succeededFuture()
                : Future.failedFuture(new AvatarException(
                        ErrorCode.FORBIDDEN,
                        "Found %s, expected an API key: links are made with one"
                                .formatted(request.caller().name())));
    }

    private Future<SignedLink> sign(JudgedRequest request, JsonFields body) {
        String channel = Channels.requireValid(body.requiredText("channel"));
        request.about(channel);
        Scope scope = scope(body.text("scope"));
        Duration lifetime = Duration.ofSeconds(body.integer("seconds").orElse(DEFAULT_SECONDS));
        if (!lifetime.isPositive() || lifetime.compareTo(config.maxLinkLifetime()) > 0) {
            throw JsonFields.invalid("Field 'seconds' must be 1 to %d, found %d"
                    .formatted(config.maxLinkLifetime().toSeconds(), lifetime.toSeconds()));
        }
        Instant end = Instant.now().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
        Link link = new Link(channel, scope, end, request.caller().id());
        return new Requirement(Link.MAKER, Subject.CHANNEL_IN_BODY)
                .judged(request.caller(), Optional.of(channel))
                .map(permitted -> signed(link));
    }

    private SignedLink signed(Link link) {
        String token = keys.signer().sign(link);
        return new SignedLink(link.path(token), token, link.channel(), link.scope(), link.expiresAt());
    }

    private static Scope scope(Optional<String> label) {
        return label.isEmpty()
                ? Scope.WATCH
                : Arrays.stream(Scope.values())
                        .filter(Link.SCOPES::contains)
                        .filter(scope -> scope.label().equals(label.get()))
                        .findFirst()
                        .orElseThrow(() -> JsonFields.invalid(
                                "Field 'scope' must be watch or speak, found %s".formatted(label.get())));
    }

    private static void answer(RoutingContext context, SignedLink link) {
        context.response()
                .setStatusCode(CREATED)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(Json.write(link)));
    }
}

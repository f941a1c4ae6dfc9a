package avatar.web.access;

import avatar.access.Session;
import avatar.contract.json.Json;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/session}: who somebody is, signing in with a key, and signing out. The page's pictures and events can't
 * send headers, so that a browser that has signed in has a cookie, which its scripts can't read.
 */
@Singleton
final class SessionRoutes {

    private static final String PATH = "/api/v1/session";

    /** Before the gateway's own answer to unknown paths. */
    private static final int EARLY = -1;

    private final AccessConfig config;
    private final Entrance entrance;
    private final Authenticator authenticator;
    private final KeyDirectory keys;

    SessionRoutes(AccessConfig config, Entrance entrance, Authenticator authenticator, KeyDirectory keys) {
        this.config = config;
        this.entrance = entrance;
        this.authenticator = authenticator;
        this.keys = keys;
    }

    /** The body of an answer: what somebody may do. */
    record Rights(
            String caller,
            String scope,
            List<String> channels,
            @Nullable Instant expiresAt) {

        static Rights of(Caller caller, @Nullable Instant expiresAt) {
            return new Rights(
                    caller.name(),
                    caller.grant().scope().label(),
                    caller.grant().channels(),
                    expiresAt);
        }
    }

    void addRoutes(@Observes Router router) {
        router.get(PATH).order(EARLY).handler(this::describe);
        router.post(PATH).order(EARLY).handler(this::signIn);
        router.delete(PATH).order(EARLY).handler(SessionRoutes::signOut);
    }

    private void describe(RoutingContext context) {
        entrance.admit(context, "GET " + PATH, false, request -> Future.succeededFuture(), request -> {
            Caller caller = request.caller();
            answer(context, Rights.of(caller, caller.expiresAt()));
        });
    }

    private void signIn(RoutingContext context) {
        entrance.admit(
                context,
                "POST " + PATH,
                true,
                signingIn -> SmallBody.read(signingIn.request())
                        .compose(body ->
                                authenticator.ofKey(body.requiredText("key").strip())),
                request -> Future.succeededFuture(),
                request -> open(context, request.caller()));
    }

    private void open(RoutingContext context, Caller caller) {
        Instant end = Instant.now().plus(config.sessionLifetime()).truncatedTo(ChronoUnit.SECONDS);
        context.response()
                .addCookie(cookie(context, keys.signer().sign(new Session(caller.id(), end)))
                        .setMaxAge(config.sessionLifetime().toSeconds()));
        answer(context, Rights.of(caller, end));
    }

    private static void signOut(RoutingContext context) {
        context.response().addCookie(cookie(context, "").setMaxAge(0));
        context.response().setStatusCode(204).end();
    }

    private static Cookie cookie(RoutingContext context, String value) {
        return Cookie.cookie(Credentials.SESSION_COOKIE, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure("https".equals(context.request().scheme()))
                .setSameSite(CookieSameSite.STRICT);
    }

    private static void answer(RoutingContext context, Rights rights) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(Json.write(rights)));
        context.request().resume();
    }
}

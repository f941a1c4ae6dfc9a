package avatar.web.access;

import avatar.access.AccessKey;
import avatar.access.KeyText;
import avatar.access.Link;
import avatar.access.Session;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Finds out who calls: by an API key, an OIDC token, a signed link or a session. */
@Singleton
final class Authenticator {

    private static final String OWN_KEYS = "la_";

    private final AccessPolicy policy;
    private final KeyDirectory keys;
    private final OidcCallers oidc;

    Authenticator(AccessPolicy policy, KeyDirectory keys, OidcCallers oidc) {
        this.policy = policy;
        this.keys = keys;
        this.oidc = oidc;
    }

    /** The caller; fails with {@link ErrorCode#UNAUTHENTICATED}. */
    Future<Caller> identify(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!policy.isOn()) {
            return Future.succeededFuture(Caller.anybody(Entrance.address(request)));
        }
        Optional<String> header = Credentials.inHeader(request);
        if (header.isPresent() && !header.get().startsWith(OWN_KEYS) && oidc.isConfigured()) {
            return oidc.identify(context);
        }
        return header.map(this::ofKey)
                .or(() -> Credentials.inQuery(request).map(this::ofLink))
                .or(() -> Credentials.inCookie(request).map(this::ofSession))
                .orElseGet(() -> refused("Found no key, expected one: sign in on the page, or send it as header"
                        + " 'Authorization: Bearer la_…'"));
    }

    /** Whether a caller still has the rights it was let in with. */
    boolean isStillValid(Caller caller) {
        boolean isUnknown = caller.kind() == Caller.Kind.ADDRESS;
        return keys.isValid(caller, Instant.now()) && !(isUnknown && policy.isOn());
    }

    /** The owner of a key; fails with {@link ErrorCode#UNAUTHENTICATED}. */
    Future<Caller> ofKey(String text) {
        return KeyText.parse(text)
                .flatMap(keys.ring()::authenticate)
                .map(key -> Future.succeededFuture(Caller.of(key)))
                .orElseGet(
                        () -> refused("Found a key that is unknown or revoked, expected one of './avatar keys list'"));
    }

    private Future<Caller> ofLink(String token) {
        Optional<Link> link = keys.signer().link(token);
        Optional<AccessKey> key = link.flatMap(signed -> keys.find(signed.key()));
        if (link.isEmpty()
                || key.isEmpty()
                || !key.get().grant().allows(Link.MAKER, link.get().channel())) {
            return refused("Found a link that is altered or revoked, expected one that is neither: ask for a new one");
        }
        return current(Caller.of(key.get(), link.get()));
    }

    private Future<Caller> ofSession(String token) {
        Optional<Session> session = keys.signer().session(token);
        Optional<AccessKey> key = session.flatMap(signed -> keys.find(signed.key()));
        if (session.isEmpty() || key.isEmpty()) {
            return refused("Found a session that has ended, expected one that has not: sign in again");
        }
        return current(Caller.of(key.get(), session.get()));
    }

    private static Future<Caller> current(Caller caller) {
        return caller.isExpired(Instant.now())
                ? refused("Found a link or session that has expired, expected one that has not: sign in again")
                : Future.succeededFuture(caller);
    }

    private static Future<Caller> refused(String detail) {
        return Future.failedFuture(new AvatarException(ErrorCode.UNAUTHENTICATED, detail));
    }
}

package avatar.web.access;

import avatar.access.Grant;
import avatar.access.Scope;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Callers with a token of an OpenID Connect server, as {@code quarkus.oidc.*} names it. */
@Singleton
final class OidcCallers {

    private final AccessConfig.Roles roles;
    private final boolean isConfigured;

    OidcCallers(
            AccessConfig config,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> authServerUrl) {
        this.roles = config.roles();
        this.isConfigured = authServerUrl.isPresent();
    }

    boolean isConfigured() {
        return isConfigured;
    }

    /** The owner of the request's token; fails with {@link ErrorCode#UNAUTHENTICATED} or {@link ErrorCode#FORBIDDEN}. */
    Future<Caller> identify(RoutingContext context) {
        Uni<SecurityIdentity> identity = QuarkusHttpUser.getSecurityIdentity(context, null);
        return Future.fromCompletionStage(
                        identity.subscribeAsCompletionStage(), context.vertx().getOrCreateContext())
                .recover(failure -> Future.failedFuture(invalid()))
                .map(this::caller);
    }

    private Caller caller(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw invalid();
        }
        Scope scope = Arrays.stream(Scope.values())
                .filter(candidate -> of(candidate).stream().anyMatch(identity.getRoles()::contains))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new AvatarException(
                        ErrorCode.FORBIDDEN,
                        "Found roles %s in the token, expected one of %s, %s, %s"
                                .formatted(identity.getRoles(), roles.watch(), roles.speak(), roles.manage())));
        return new Caller(
                Caller.Kind.OIDC,
                token.getName(),
                Grant.everywhere(scope),
                null,
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private Set<String> of(Scope scope) {
        return switch (scope) {
            case WATCH -> roles.watch();
            case SPEAK -> roles.speak();
            case MANAGE -> roles.manage();
        };
    }

    private static AvatarException invalid() {
        return new AvatarException(
                ErrorCode.UNAUTHENTICATED, "Found an invalid or expired token, expected one of the OIDC server");
    }
}

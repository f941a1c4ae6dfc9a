package avatar.web.access;

import avatar.contract.problem.ErrorCode;
import avatar.web.audit.AuditLog;
import avatar.web.audit.Deed;
import avatar.web.limits.OpenRequests;
import avatar.web.limits.RateLimits;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets requests in: counts them, finds out who calls, has them judged, and logs what became of them. */
@Singleton
public final class Entrance {

    private static final Set<Integer> REFUSALS =
            Set.of(ErrorCode.UNAUTHENTICATED.status(), ErrorCode.FORBIDDEN.status(), ErrorCode.RATE_LIMITED.status());

    private final Authenticator authenticator;
    private final RateLimits rates;
    private final OpenRequests openRequests;
    private final AuditLog audit;

    Entrance(Authenticator authenticator, RateLimits rates, OpenRequests openRequests, AuditLog audit) {
        this.authenticator = authenticator;
        this.rates = rates;
        this.openRequests = openRequests;
        this.audit = audit;
    }

    /**
     * Lets a request in, or answers it with a problem.
     *
     * @param action method and route, for the log
     * @param isLogged whether it is logged even if nobody was refused
     * @param judge fails where the caller may not make the request
     * @param next gets the request, which is paused
     */
    public void admit(
            RoutingContext context,
            String action,
            boolean isLogged,
            Function<JudgedRequest, Future<?>> judge,
            Handler<JudgedRequest> next) {
        admit(context, action, isLogged, authenticator::identify, judge, next);
    }

    /** Lets a request in that says in its own way who calls. */
    void admit(
            RoutingContext context,
            String action,
            boolean isLogged,
            Function<RoutingContext, Future<Caller>> identify,
            Function<JudgedRequest, Future<?>> judge,
            Handler<JudgedRequest> next) {
        HttpServerRequest request = context.request();
        Visit visit = new Visit(context, action, isLogged);
        Optional<OpenRequests.Entry> entry = openRequests.enter(visit.address, context.response(), visit::end);
        if (entry.isEmpty()) {
            visit.refuse(Refusal.of(
                    ErrorCode.TOO_MANY_CONNECTIONS,
                    5,
                    "Found too many unfinished requests at once, expected some of them to end first"));
            return;
        }
        context.addEndHandler(ended -> entry.get().end());
        request.pause();
        checkAddress(visit.address)
                .compose(mayAsk -> identify.apply(context))
                .recover(failure -> Future.failedFuture(afterFailure(visit.address, failure)))
                .compose(this::checkKey)
                .map(caller -> visit.judged = new JudgedRequest(request, caller))
                .compose(judged -> judge.apply(judged).map(permitted -> judged))
                .onSuccess(judged -> {
                    entry.get().keepWhile(() -> authenticator.isStillValid(judged.caller()));
                    next.handle(judged);
                })
                .onFailure(visit::refuse);
    }

    /** Where a request comes from: through a proxy that is trusted, what that says. */
    static String address(HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        return address == null ? request.remoteAddress().host() : address;
    }

    private Future<Void> checkAddress(String address) {
        OptionalLong wait = rates.takeOfAddress(address);
        return wait.isPresent()
                ? refused(wait.getAsLong(), "Found too many requests from this address")
                : Future.succeededFuture();
    }

    private Future<Caller> checkKey(Caller caller) {
        OptionalLong wait = caller.key() == null
                ? OptionalLong.empty()
                : rates.takeOfKey(caller.key().id());
        return wait.isPresent()
                ? refused(wait.getAsLong(), "Found too many requests with this key")
                : Future.succeededFuture(caller);
    }

    /** A valid key is let in however many others failed: they may come from the same proxy. */
    private Throwable afterFailure(String address, Throwable failure) {
        if (Refusal.code(failure) != ErrorCode.UNAUTHENTICATED) {
            return failure;
        }
        OptionalLong wait = rates.takeOfFailures(address);
        return wait.isPresent()
                ? tooMany(wait.getAsLong(), "Found too many requests without a valid key from this address")
                : failure;
    }

    private static Refusal tooMany(long seconds, String found) {
        return Refusal.of(ErrorCode.RATE_LIMITED, seconds, found + ", expected a pause as long as Retry-After says");
    }

    private static <T> Future<T> refused(long seconds, String found) {
        return Future.failedFuture(tooMany(seconds, found));
    }

    /** One request, from its arrival to its end. */
    private final class Visit {

        private final RoutingContext context;
        private final String address;
        private final String action;
        private final boolean isLogged;
        private @Nullable JudgedRequest judged;

        Visit(RoutingContext context, String action, boolean isLogged) {
            this.context = context;
            this.address = address(context.request());
            this.action = action;
            this.isLogged = isLogged;
        }

        void refuse(Throwable failure) {
            ErrorCode code = Refusal.code(failure);
            if (REFUSALS.contains(code.status())) {
                audit.countRefusal(code.name());
            }
            Refusal.answer(context, failure);
        }

        void end() {
            int status = context.response().headWritten() ? context.response().getStatusCode() : 0;
            boolean isRefused = status == ErrorCode.UNAUTHENTICATED.status() || status == ErrorCode.FORBIDDEN.status();
            if (isLogged || isRefused) {
                audit.record(new Deed(
                        action,
                        judged == null ? "unknown" : judged.caller().name(),
                        address,
                        status,
                        judged == null ? null : judged.channel(),
                        judged == null ? null : judged.text()));
            }
        }
    }
}

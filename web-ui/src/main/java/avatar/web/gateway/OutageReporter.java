package avatar.web.gateway;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import avatar.web.audit.AuditLog;
import avatar.web.limits.DailyUse;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Set;

/** Answers in place of a service that is down with a problem that names it, but not its address. */
final class OutageReporter implements ProxyInterceptor {

    private static final Set<ErrorCode> REFUSALS = Set.of(ErrorCode.FORBIDDEN, ErrorCode.QUOTA_EXCEEDED);

    private final Upstream upstream;
    private final Outages outages;
    private final AuditLog audit;
    private final DailyUse dailyUse;

    OutageReporter(Upstream upstream, Outages outages, AuditLog audit, DailyUse dailyUse) {
        this.upstream = upstream;
        this.outages = outages;
        this.audit = audit;
        this.dailyUse = dailyUse;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(failure -> Future.succeededFuture(answer(context.request(), failure)));
    }

    private ProxyResponse answer(ProxyRequest request, Throwable failure) {
        if (failure instanceof AvatarException foreseen) {
            ProxyResponse answer = Problems.answer(request, Problem.of(foreseen));
            if (REFUSALS.contains(foreseen.code())) {
                audit.countRefusal(foreseen.code().name());
            }
            return switch (foreseen.code()) {
                case CHANNEL_MOVING -> answer.putHeader("retry-after", "1");
                case QUOTA_EXCEEDED -> answer.putHeader("retry-after", Long.toString(dailyUse.secondsToMidnight()));
                default -> answer;
            };
        }
        if (!request.proxiedRequest().response().closed()) {
            outages.unanswered(upstream);
        }
        return Problems.answer(
                request,
                Problem.of(
                        ErrorCode.SERVICE_UNAVAILABLE,
                        "%s does not answer right now".formatted(upstream.serviceName())));
    }
}

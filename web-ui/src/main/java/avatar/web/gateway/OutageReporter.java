package avatar.web.gateway;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

/** Answers in place of a service that is down with a problem that names it, but not its address. */
final class OutageReporter implements ProxyInterceptor {

    private final Upstream upstream;
    private final Outages outages;

    OutageReporter(Upstream upstream, Outages outages) {
        this.upstream = upstream;
        this.outages = outages;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(failure -> Future.succeededFuture(answer(context.request(), failure)));
    }

    private ProxyResponse answer(ProxyRequest request, Throwable failure) {
        if (failure instanceof AvatarException foreseen) {
            ProxyResponse answer = Problems.answer(request, Problem.of(foreseen));
            return foreseen.code() == ErrorCode.CHANNEL_MOVING ? answer.putHeader("retry-after", "1") : answer;
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

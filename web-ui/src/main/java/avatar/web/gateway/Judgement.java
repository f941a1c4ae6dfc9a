package avatar.web.gateway;

import avatar.access.AccessKey;
import avatar.access.Quota;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.web.access.JudgedRequest;
import avatar.web.access.Requirement;
import avatar.web.access.Subject;
import avatar.web.limits.DailyUse;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges what a request's body asks for, and charges it to the quotas of the key; after the body was read. */
final class Judgement implements ProxyInterceptor {

    private static final String CHARGED = "what was charged for the request";
    private static final int FIRST_FAILURE = 400;

    private final Route route;
    private final Utterances utterances;
    private final DailyUse dailyUse;

    Judgement(Route route, Utterances utterances, DailyUse dailyUse) {
        this.route = route;
        this.utterances = utterances;
        this.dailyUse = dailyUse;
    }

    /** What was charged to a key. */
    private record Charged(AccessKey key, Map<Quota, Long> charges) {}

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        JudgedRequest request = JudgedRequest.of(context.request().proxiedRequest());
        Buffer body = Exchange.body(context);
        if (request.method().equals(HttpMethod.POST)) {
            Charge.text(body).ifPresent(request::saying);
        }
        return judge(request, context, body).compose(permitted -> {
            charge(request, context, body);
            return context.sendRequest();
        });
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Charged charged = context.get(CHARGED, Charged.class);
        if (charged != null && context.response().getStatusCode() >= FIRST_FAILURE) {
            dailyUse.giveBack(charged.key(), charged.charges());
        }
        return context.sendResponse();
    }

    private Future<Void> judge(JudgedRequest request, ProxyContext context, @Nullable Buffer body) {
        Requirement requirement = route.rule().of(request.method());
        return switch (requirement.subject()) {
            case CHANNEL_IN_BODY -> {
                Optional<String> channel = RequestedChannel.inBody(context);
                channel.ifPresent(request::about);
                yield judged(request, requirement, channel);
            }
            case UTTERANCE_IN_BODY -> {
                Optional<String> utterance = Charge.field(body, "utterance");
                // What is not read here, the service may read in its own way.
                boolean isRead = body != null && (body.length() == 0 || Charge.isObject(body));
                yield utterance.isEmpty()
                        ? judged(
                                request,
                                new Requirement(requirement.scope(), isRead ? Subject.NOTHING : Subject.EVERYTHING),
                                Optional.empty())
                        : utterances
                                .channelOf(request.caller(), utterance.get())
                                .compose(channel -> judged(request, requirement, channel));
            }
            default -> Future.succeededFuture();
        };
    }

    private static Future<Void> judged(JudgedRequest request, Requirement requirement, Optional<String> channel) {
        return requirement.judged(request.caller(), channel);
    }

    private void charge(JudgedRequest request, ProxyContext context, @Nullable Buffer body) {
        AccessKey key = request.caller().key();
        if (key == null || key.quotas().isEmpty() || !request.method().equals(HttpMethod.POST)) {
            return;
        }
        Map<Quota, Long> charges = route.charge().of(body);
        boolean isUnlimitedText = charges.containsKey(Quota.RECORDINGS)
                && key.quotas().containsKey(Quota.CHARACTERS)
                && !key.quotas().containsKey(Quota.RECORDINGS);
        if (isUnlimitedText || !dailyUse.charge(key, charges)) {
            throw new AvatarException(
                    ErrorCode.QUOTA_EXCEEDED,
                    "Key %s has used up its quotas %s of today, expected to have room for %s; they are whole again at midnight UTC"
                            .formatted(key.id(), key.quotas(), charges));
        }
        context.set(CHARGED, new Charged(key, charges));
    }
}

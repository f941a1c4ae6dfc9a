package avatar.web.gateway;

import avatar.access.Grant;
import avatar.web.access.JudgedRequest;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import jakarta.inject.Singleton;
import java.util.List;

/** Lists of which each compositor has a part, as one. A compositor that does not answer in time is left out. */
@Singleton
final class JoinedAnswers {

    private final Services services;
    private final Inquiry inquiry;

    JoinedAnswers(Services services, Inquiry inquiry) {
        this.services = services;
        this.inquiry = inquiry;
    }

    /**
     * Answers a request if there is more than one compositor, or if its caller may see some channels only.
     *
     * @param otherwise answers if none of them does
     * @return false if there is nothing to join
     */
    boolean join(JudgedRequest request, Handler<HttpServerRequest> otherwise) {
        List<Instance> compositors = services.compositors();
        Grant grant = request.caller().grant();
        if (compositors.size() < 2 && grant.isEverywhere()) {
            return false;
        }
        List<Future<Object>> answers = compositors.stream()
                .map(compositor -> inquiry.ask(compositor, request.uri()).map(Json::decodeValue))
                .toList();
        Future.join(answers).onComplete(all -> {
            List<Object> given = answers.stream()
                    .filter(Future::succeeded)
                    .map(Future::result)
                    .toList();
            if (given.isEmpty() && grant.isEverywhere()) {
                otherwise.handle(request);
            } else {
                request.resume();
                answer(request, JoinedLists.of(given, grant::covers));
            }
        });
        return true;
    }

    private static void answer(HttpServerRequest request, Object joined) {
        request.response()
                .putHeader("content-type", "application/json")
                .putHeader("cache-control", "no-store")
                .end(Json.encodeToBuffer(joined));
    }
}

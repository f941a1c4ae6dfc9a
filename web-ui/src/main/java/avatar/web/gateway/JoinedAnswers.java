package avatar.web.gateway;

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
     * Answers a request if there is more than one compositor.
     *
     * @param otherwise answers if none of them does
     * @return false if there is nothing to join
     */
    boolean join(HttpServerRequest request, Handler<HttpServerRequest> otherwise) {
        List<Instance> compositors = services.compositors();
        if (compositors.size() < 2) {
            return false;
        }
        List<Future<Object>> answers = compositors.stream()
                .map(compositor -> inquiry.ask(compositor, request.uri()).map(Json::decodeValue))
                .toList();
        request.pause();
        Future.join(answers).onComplete(all -> {
            List<Object> given = answers.stream()
                    .filter(Future::succeeded)
                    .map(Future::result)
                    .toList();
            if (given.isEmpty()) {
                otherwise.handle(request);
            } else {
                request.resume();
                answer(request, given);
            }
        });
        return true;
    }

    private static void answer(HttpServerRequest request, List<Object> given) {
        request.response()
                .putHeader("content-type", "application/json")
                .putHeader("cache-control", "no-store")
                .end(Json.encodeToBuffer(JoinedLists.of(given)));
    }
}

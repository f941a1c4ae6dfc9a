package avatar.compositor.setups;

import avatar.contract.api.SetupStatus;
import avatar.kit.http.Answers;
import avatar.kit.problem.RouteProblems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /api/v1/setups}: the progress of setups; cancels them. */
@ApplicationScoped
class SetupRoutes {

    static final String PATH = "/api/v1/setups";

    private static final String ONE = PATH + "/:id";
    private static final String EVENTS = ONE + "/events";

    private final SetupBook book;
    private final SetupIntake intake;

    SetupRoutes(SetupBook book, SetupIntake intake) {
        this.book = book;
        this.intake = intake;
    }

    void register(@Observes Router router) {
        Answers.route(router.get(PATH), request -> Answers.json(request, Answers.OK, book.statuses()));
        Answers.route(router.get(ONE), request -> Answers.json(request, Answers.OK, book.status(id(request))));
        Answers.blockingRoute(
                router.delete(ONE), request -> Answers.json(request, Answers.ACCEPTED, intake.cancel(id(request))));
        Answers.route(router.get(EVENTS), this::follow);
        Answers.route(router.route(PATH), request -> RouteProblems.refuseMethod(request, "GET"));
        Answers.route(router.route(ONE), request -> RouteProblems.refuseMethod(request, "GET, DELETE"));
        Answers.route(router.route(EVENTS), request -> RouteProblems.refuseMethod(request, "GET"));
    }

    private void follow(RoutingContext request) {
        String id = id(request);
        SetupStatus now = book.status(id);
        if (now.state().equals(request.request().getHeader("Last-Event-ID"))
                && book.require(id).state().isFinal()) {
            // A browser that was sent the final state connects again; this status stops it.
            request.response().setStatusCode(Answers.NO_CONTENT).end();
            return;
        }
        request.response()
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no");
        new StatusStream(request.response(), () -> book.status(id)).follow(request.vertx());
    }

    private static String id(RoutingContext request) {
        return Answers.part(request, "id");
    }
}

package avatar.compositor.renders;

import avatar.contract.api.RenderState;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.kit.http.Answers;
import avatar.kit.problem.RouteProblems;
import avatar.pictures.encoding.RenderFormat;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.Optional;

/** {@code /api/v1/renders}: requests renders, describes their progress, serves their files. */
@ApplicationScoped
class RenderRoutes {

    static final String PATH = "/api/v1/renders";

    private static final String ONE = PATH + "/:id";

    /** 10,000 characters are at most 120 KB of escaped JSON; a longer text still gets an answer that says so. */
    private static final int MAX_BODY_BYTES = 256 * 1024;

    private final Renders renders;

    RenderRoutes(Renders renders) {
        this.renders = renders;
    }

    void register(@Observes Router router) {
        answer(router.get(PATH), this::list);
        answer(router.post(PATH).handler(Answers.body(MAX_BODY_BYTES)).handler(Answers::requireJson), this::order);
        answer(router.delete(ONE), this::delete);
        answer(router.get(ONE), this::describeOrServe);
        answer(router.head(ONE), this::describeOrServe);
        // Requests that come this far are for a complete file.
        answer(router.get(PATH + "/*"), files());
        answer(router.head(PATH + "/*"), files());
        answer(router.route(PATH), request -> RouteProblems.refuseMethod(request, "GET, POST"));
        answer(router.route(ONE), request -> RouteProblems.refuseMethod(request, "GET, HEAD, DELETE"));
    }

    private StaticHandler files() {
        return StaticHandler.create(
                        FileSystemAccess.ROOT, renders.folder().path().toString())
                .setCachingEnabled(false)
                .setIncludeHidden(false)
                .setDirectoryListing(false);
    }

    private static void answer(Route route, Handler<RoutingContext> handler) {
        route.handler(handler).failureHandler(RenderRoutes::fail);
    }

    /** Vert.x reports a range outside the file by its status alone. */
    private static void fail(RoutingContext request) {
        if (request.failure() == null && request.statusCode() == ErrorCode.INVALID_RANGE.status()) {
            request.fail(new AvatarException(
                    ErrorCode.INVALID_RANGE,
                    "Range '%s' is not within the file"
                            .formatted(request.request().getHeader("Range"))));
            return;
        }
        RouteProblems.answer(request);
    }

    private void list(RoutingContext request) {
        Answers.json(
                request,
                Answers.OK,
                renders.all().stream().map(RenderJob::status).toList());
    }

    /** On a worker thread: it waits for tts-service. */
    private void order(RoutingContext request) {
        Buffer body = request.body().buffer();
        byte[] bytes = body == null ? new byte[0] : body.getBytes();
        RenderOrder order = RenderOrder.parse(bytes);
        request.vertx()
                .executeBlocking(() -> renders.order(order, bytes), false)
                .onFailure(request::fail)
                .onSuccess(job -> {
                    request.response().putHeader(HttpHeaders.LOCATION, PATH + "/" + job.id());
                    Answers.json(request, Answers.ACCEPTED, job.status());
                });
    }

    private void delete(RoutingContext request) {
        renders.delete(id(request));
        request.response().setStatusCode(Answers.NO_CONTENT).end();
    }

    private void describeOrServe(RoutingContext request) {
        String id = id(request);
        int dot = id.lastIndexOf('.');
        if (dot < 0) {
            Answers.json(request, Answers.OK, renders.require(id).status());
            return;
        }
        Optional<RenderFormat> format = RenderFormat.named(id.substring(dot + 1));
        RenderJob job = renders.require(id.substring(0, dot));
        if (format.isEmpty() || job.format() != format.get()) {
            throw new AvatarException(
                    ErrorCode.NOT_FOUND,
                    "Render '%s' is a .%s file, not '%s'"
                            .formatted(job.id(), job.format().extension(), id.substring(dot)));
        }
        if (job.state() != RenderState.DONE) {
            throw new AvatarException(
                    ErrorCode.RENDER_NOT_DONE,
                    "Render '%s' is %s".formatted(job.id(), job.state().label()));
        }
        request.next();
    }

    private static String id(RoutingContext request) {
        return Objects.requireNonNull(request.pathParam("id"), "the route has it");
    }
}

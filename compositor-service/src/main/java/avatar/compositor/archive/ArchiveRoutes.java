package avatar.compositor.archive;

import avatar.contract.problem.AvatarException;
import avatar.kit.http.Answers;
import avatar.kit.problem.RouteProblems;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Objects;

/**
 * {@code /api/v1/utterances/{id}/timeline} and {@code .../audio.wav}: the words, phonemes and visemes of an utterance,
 * and its sound.
 */
@ApplicationScoped
class ArchiveRoutes {

    private static final int PARTIAL_CONTENT = 206;
    private static final String PATH = "/api/v1/utterances/:id";

    private final UtteranceArchive archive;

    ArchiveRoutes(UtteranceArchive archive) {
        this.archive = archive;
    }

    @Produces
    @Singleton
    static UtteranceArchive archive(ArchiveConfig config) {
        return new UtteranceArchive(config.maxUtterances(), config.maxMemory().asLongValue());
    }

    void measure(@Observes StartupEvent event, MeterRegistry registry) {
        Gauge.builder("avatar.compositor.archive.bytes", archive, UtteranceArchive::bytesHeld)
                .description("Memory of the kept utterances, about")
                .register(registry);
        Gauge.builder("avatar.compositor.archive.utterances", archive, UtteranceArchive::size)
                .description("Kept utterances")
                .register(registry);
    }

    void register(@Observes Router router) {
        serve(
                router,
                "/timeline",
                request -> Answers.json(request, Answers.OK, utterance(request).timeline()));
        serve(router, "/audio.wav", request -> sound(request, utterance(request)));
    }

    private static void serve(Router router, String what, Handler<RoutingContext> handler) {
        Answers.route(router.get(PATH + what), handler);
        Answers.route(router.route(PATH + what), request -> RouteProblems.refuseMethod(request, "GET"));
    }

    /** On a worker thread: a quarter of an hour is tens of megabytes. */
    private static void sound(RoutingContext request, ArchivedUtterance utterance) {
        request.vertx()
                .executeBlocking(() -> WaveFile.of(utterance.segments()), false)
                .onFailure(request::fail)
                .onSuccess(file -> send(request, file));
    }

    /** Players seek by ranges. */
    private static void send(RoutingContext request, byte[] file) {
        HttpServerResponse response = request.response().putHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        try {
            ByteRange range = ByteRange.of(request.request().getHeader("Range"), file.length)
                    .orElse(null);
            response.putHeader(HttpHeaders.CONTENT_TYPE, "audio/wav").putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            if (range == null) {
                response.end(Buffer.buffer(file));
            } else {
                response.setStatusCode(PARTIAL_CONTENT)
                        .putHeader(HttpHeaders.CONTENT_RANGE, range.contentRange(file.length))
                        .end(Buffer.buffer(file).slice(range.start(), range.end()));
            }
        } catch (AvatarException outside) {
            response.putHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.length);
            RouteProblems.answer(request, outside);
        }
    }

    private ArchivedUtterance utterance(RoutingContext request) {
        return archive.require(Objects.requireNonNull(request.pathParam("id"), "the route has it"));
    }
}

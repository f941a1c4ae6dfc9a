package avatar.compositor.setups;

import avatar.contract.api.SetupStatus;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.kit.http.Answers;
import avatar.kit.problem.RouteProblems;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes forms with a video or a picture that an avatar is to be made of; the file goes to disk as it comes. */
@ApplicationScoped
public class UploadRoute {

    /** What a form has beside the file. */
    private static final long REST_BYTES = 64 * 1024;

    private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);
    private static final int TOO_LARGE = 413;
    private static final int UNREADABLE = 400;

    private final Uploads uploads;
    private final SetupIntake intake;
    private final long maxBytes;
    private final int maxUploads;
    private final AtomicInteger underWay = new AtomicInteger();

    UploadRoute(Uploads uploads, SetupIntake intake, SetupsConfig config) {
        this.uploads = uploads;
        this.intake = intake;
        this.maxBytes = config.maxUpload().asLongValue();
        this.maxUploads = config.maxUploads();
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(
                1,
                BETWEEN_ROUNDS.toMillis(),
                _ -> vertx.executeBlocking(() -> {
                    uploads.deleteOld(Instant.now());
                    return true;
                }));
    }

    /** Takes what is posted to that path. */
    public void register(Router router, String path) {
        // Routes of their own: Vert.x wants whatever reads a body to be first on its route.
        router.post(path).handler(this::admit).failureHandler(this::fail);
        router.post(path)
                .handler(BodyHandler.create(uploads.receiving().toString())
                        .setBodyLimit(maxBytes + REST_BYTES)
                        // What was assigned to a setup is not there any more by then.
                        .setDeleteUploadedFilesOnEnd(true))
                .blockingHandler(this::accept, false)
                .failureHandler(this::fail);
    }

    private void admit(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new AvatarException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The body must be multipart/form-data, not '%s'".formatted(type));
        }
        long length = length(request.request());
        if (length > maxBytes + REST_BYTES) {
            throw tooLarge("%d MB".formatted(length >> 20));
        }
        uploads.requireRoom(length < 0 ? maxBytes : length);
        if (underWay.incrementAndGet() > maxUploads) {
            underWay.decrementAndGet();
            throw new AvatarException(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    "%d uploads are under way, as many as avatar.setups.max-uploads allows".formatted(maxUploads));
        }
        request.addEndHandler(_ -> underWay.decrementAndGet());
        request.next();
    }

    /** What the request says of its body; -1 if nothing. */
    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void accept(RoutingContext request) {
        SetupStatus status = intake.accept(
                SetupForm.of(request.fileUploads(), request.request().formAttributes()));
        request.response().putHeader(HttpHeaders.LOCATION, SetupRoutes.PATH + "/" + status.id());
        Answers.json(request, Answers.ACCEPTED, status);
    }

    private void fail(RoutingContext request) {
        if (request.response().closed() || request.response().headWritten()) {
            return; // whoever sent it is gone, or was answered, and what comes after that fails, too
        }
        // What is still to come of the body is not waited for.
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        if (request.failure() == null && request.statusCode() == TOO_LARGE) {
            RouteProblems.answer(request, tooLarge("more"));
        } else if (request.statusCode() == UNREADABLE) {
            RouteProblems.answer(
                    request,
                    new AvatarException(ErrorCode.INVALID_REQUEST, "The form can't be read: " + request.failure()));
        } else {
            RouteProblems.answer(request);
        }
    }

    private AvatarException tooLarge(String found) {
        return new AvatarException(
                ErrorCode.UPLOAD_TOO_LARGE, "At most %d MB can be uploaded, not %s".formatted(maxBytes >> 20, found));
    }
}

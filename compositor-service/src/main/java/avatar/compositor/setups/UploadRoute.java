package avatar.compositor.setups;

import avatar.contract.api.SetupStatus;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.kit.http.Answers;
import avatar.kit.problem.RouteProblems;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Receives forms with a video or picture for a new avatar; the file is written to disk while it is received. */
@ApplicationScoped
public class UploadRoute {

    /** Fields of a form beside its file. */
    private static final long FIELDS_BYTES = 64 * 1024;

    private static final Duration CLEANUP_INTERVAL = Duration.ofHours(1);
    private static final int TOO_LARGE = 413;
    private static final int UNREADABLE = 400;

    private final Uploads uploads;
    private final SetupIntake intake;
    private final InstantSource clock;
    private final long maxBytes;
    private final int maxUploads;
    private final Duration timeout;
    private final AtomicInteger underWay = new AtomicInteger();

    UploadRoute(Uploads uploads, SetupIntake intake, InstantSource clock, SetupsConfig config) {
        this.uploads = uploads;
        this.intake = intake;
        this.clock = clock;
        this.maxBytes = config.maxUpload().asLongValue();
        this.maxUploads = config.maxUploads();
        this.timeout = config.uploadTimeout();
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(
                1,
                CLEANUP_INTERVAL.toMillis(),
                _ -> vertx.executeBlocking(() -> {
                    uploads.deleteOld(clock.instant());
                    return true;
                }));
    }

    /** Registers the routes of {@code POST} to that path. */
    public void register(Router router, String path) {
        // Two routes: Vert.x requires that the handler that reads a body is the first of its route.
        router.post(path).handler(this::admit).failureHandler(this::fail);
        router.post(path)
                .handler(new FormReceiver(uploads.receiving(), maxBytes + FIELDS_BYTES, timeout))
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
        if (length > maxBytes + FIELDS_BYTES) {
            throw tooLarge("%d MB".formatted(length >> 20));
        }
        uploads.requireRoom(length < 0 ? maxBytes : length);
        if (underWay.incrementAndGet() > maxUploads) {
            underWay.decrementAndGet();
            throw new AvatarException(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    "%d uploads are running, as many as avatar.setups.max-uploads allows; try again later"
                            .formatted(maxUploads));
        }
        request.addEndHandler(_ -> underWay.decrementAndGet());
        request.next();
    }

    /** The announced length of the body; -1 if there is none. */
    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void accept(RoutingContext request) {
        SetupStatus status = intake.accept(SetupForm.of(
                FormReceiver.formOf(request).files(), request.request().formAttributes()));
        request.response().putHeader(HttpHeaders.LOCATION, SetupRoutes.PATH + "/" + status.id());
        Answers.json(request, Answers.ACCEPTED, status);
    }

    private void fail(RoutingContext request) {
        if (request.response().headWritten()) {
            return; // it was answered; the rest of its body fails after that
        }
        if (request.failure() instanceof HttpClosedException
                || request.response().closed()) {
            Log.infof("Upload broke off bytes=%d", FormReceiver.bytesOf(request));
            return;
        }
        // The answer does not wait for the rest of the body.
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
                ErrorCode.UPLOAD_TOO_LARGE,
                "Expected an upload of at most %d MB, found %s".formatted(maxBytes >> 20, found));
    }
}

package avatar.compositor.setups;

import avatar.compositor.setups.ReceivedForm.ReceivedFile;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Receives forms; their files are written to a folder, and deleted there when the request has ended. It replaces
 * Vert.x' handler of bodies, which closes the file of an upload that breaks off twice, and so throws an exception
 * that no failure handler sees.
 */
final class FormReceiver implements Handler<RoutingContext> {

    private static final String FORM = ReceivedForm.class.getName();
    private static final String CONTINUE = "100-continue";
    private static final int TOO_LARGE = 413;
    private static final int UNREADABLE = 400;

    private final Path folder;
    private final long maxBytes;
    private final Duration timeout;

    /**
     * A receiver of bodies.
     *
     * @param maxBytes of a body; a larger one fails with status 413
     * @param timeout without a byte, after which a body fails with {@link ErrorCode#UPLOAD_STALLED}
     */
    FormReceiver(Path folder, long maxBytes, Duration timeout) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.timeout = timeout;
    }

    /** The form of a request. */
    static ReceivedForm formOf(RoutingContext context) {
        return Objects.requireNonNull(context.get(FORM), "the route receives it");
    }

    /** How much of a request's body came; 0 if the request was refused before. */
    static long bytesOf(RoutingContext context) {
        ReceivedForm form = context.get(FORM);
        return form == null ? 0 : form.bytes();
    }

    @Override
    public void handle(RoutingContext context) {
        ReceivedForm form = new ReceivedForm();
        context.put(FORM, form);
        StallTimer timer = new StallTimer(context.vertx(), timeout, () -> cut(context, form));
        context.addEndHandler(_ -> {
            timer.stop();
            form.settled().onComplete(_ -> delete(context, form.files()));
        });
        HttpServerRequest request = context.request();
        request.setExpectMultipart(true);
        request.uploadHandler(upload -> receive(context, form, upload));
        request.handler(piece -> {
            timer.touch();
            form.count(piece.length());
            if (form.bytes() > maxBytes && !context.failed()) {
                form.cancel();
                context.fail(TOO_LARGE);
            }
        });
        request.exceptionHandler(failure -> fail(context, failure));
        request.endHandler(_ -> {
            timer.stop();
            form.settled().onSuccess(_ -> proceed(context));
        });
        if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
    }

    private void receive(RoutingContext context, ReceivedForm form, HttpServerFileUpload upload) {
        if (context.failed()) {
            upload.handler(_ -> {});
            return;
        }
        form.write(upload, folder.resolve(UUID.randomUUID().toString())).onFailure(failure -> fail(context, failure));
    }

    private void cut(RoutingContext context, ReceivedForm form) {
        if (context.failed()) {
            return;
        }
        context.fail(new AvatarException(
                ErrorCode.UPLOAD_STALLED,
                "Expected the rest of the upload, found no byte in %d s after %d bytes; send it again"
                        .formatted(timeout.toSeconds(), form.bytes())));
        // Not before: a file that is not written on is a failure, too.
        form.cancel();
    }

    private static void proceed(RoutingContext context) {
        if (!context.failed()) {
            context.next();
        }
    }

    private static void fail(RoutingContext context, Throwable failure) {
        if (context.failed()) {
            return;
        }
        if (failure instanceof DecoderException) {
            context.fail(UNREADABLE, failure);
        } else {
            context.fail(failure);
        }
    }

    private static void delete(RoutingContext context, List<ReceivedFile> files) {
        var _ = context.vertx().executeBlocking(() -> {
            files.forEach(file -> Uploads.deleteTree(file.path()));
            return true;
        });
    }
}

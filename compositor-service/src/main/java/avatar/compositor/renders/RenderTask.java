package avatar.compositor.renders;

import avatar.contract.api.RenderState;
import avatar.contract.problem.AvatarException;
import avatar.contract.speech.SpeechSegment;
import avatar.kit.time.NanoClock;
import avatar.pictures.encoding.BackgroundWork;
import avatar.pictures.encoding.Render;
import avatar.pictures.encoding.RenderMaker;
import avatar.pictures.library.AvatarLibrary;
import avatar.pictures.library.Loan;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import java.util.Iterator;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The making of one render, at its turn and on the calling thread. */
final class RenderTask implements Runnable {

    /**
     * What the tasks of a service share.
     *
     * @param isStopping whether the service is being stopped: the next process makes the render
     */
    record Parts(
            AvatarLibrary library,
            SynthesisClient synthesis,
            RenderFolder folder,
            RenderShelf shelf,
            MeterRegistry registry,
            NanoClock nanos,
            BooleanSupplier isStopping) {}

    private final RenderOrder order;
    private final RenderJob job;
    private final String avatar;
    private final @Nullable Iterator<SpeechSegment> begun;
    private final Parts parts;

    /**
     * A task for a worker.
     *
     * @param begun the speech; null if it is requested at the render's turn
     */
    RenderTask(RenderOrder order, RenderJob job, String avatar, @Nullable Iterator<SpeechSegment> begun, Parts parts) {
        this.order = order;
        this.job = job;
        this.avatar = avatar;
        this.begun = begun;
        this.parts = parts;
    }

    RenderJob job() {
        return job;
    }

    @Override
    public void run() {
        BackgroundWork.begin();
        if (!job.start()) {
            hasEnded();
            return;
        }
        Log.infof(
                "Render started renderId=%s avatar=%s format=%s",
                job.id(), avatar, job.format().extension());
        long started = parts.nanos().getAsLong();
        try {
            Render render = make();
            job.done(render.duration(), render.bytes());
            Log.infof(
                    "Render done renderId=%s frames=%d bytes=%d durationMs=%d tookMs=%d",
                    job.id(),
                    render.frames(),
                    render.bytes(),
                    render.duration().toMillis(),
                    (parts.nanos().getAsLong() - started) / 1_000_000);
            parts.registry().counter("avatar.compositor.renders.frames").increment((double) render.frames());
        } catch (RuntimeException e) {
            fail(e);
        }
        hasEnded();
        parts.shelf().tidy();
    }

    private Render make() {
        Iterator<SpeechSegment> speech = begun;
        if (speech == null) {
            Speech requested = parts.synthesis().speak(order);
            job.speaks(requested, order.characters());
            speech = requested;
        }
        try (Loan loan = parts.library().borrow(avatar).toCompletableFuture().join()) {
            parts.folder().requireRoom();
            return RenderMaker.make(loan.pictures(), speech, order.settings(), job.file(), job);
        } finally {
            if (speech instanceof Speech open) {
                open.close();
            }
        }
    }

    private void fail(RuntimeException failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        job.fail(
                cause instanceof AvatarException
                        ? String.valueOf(cause.getMessage())
                        : "Internal error; the log of the service has the cause");
        if (job.state() == RenderState.CANCELLED) {
            Log.infof("Render cancelled renderId=%s", job.id());
        } else if (cause instanceof AvatarException foreseen) {
            Log.warnf("Render failed renderId=%s code=%s error=%s", job.id(), foreseen.code(), foreseen.getMessage());
        } else {
            Log.errorf(cause, "Render failed unexpectedly renderId=%s", job.id());
        }
    }

    /** Counts the state in which the render ended, and forgets its request. */
    void hasEnded() {
        if (!parts.isStopping().getAsBoolean()) {
            parts.folder().removeRequest(job.id());
        }
        parts.registry()
                .counter("avatar.compositor.renders", "outcome", job.state().label())
                .increment();
    }
}

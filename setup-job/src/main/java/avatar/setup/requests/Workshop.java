package avatar.setup.requests;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import avatar.contract.setup.SetupState;
import avatar.mouths.sadtalker.SadTalkerSettings;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.bundle.AvatarRequest;
import avatar.setup.bundle.AvatarSettings;
import avatar.setup.bundle.Engine;
import avatar.setup.bundle.FrameChoice;
import avatar.setup.events.Outbox;
import avatar.setup.events.SetupEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes what jobs ask for, and tells what became of it: the same as the command {@code make}, of an upload. */
final class Workshop {

    private static final System.Logger LOG = System.getLogger(Workshop.class.getName());
    private static final Duration BETWEEN_TELLINGS = Duration.ofSeconds(1);
    private static final String HAS_TO_STOP = "setup-job had to stop; the next one begins anew";

    private final Path avatars;
    private final Path models;
    private final Outbox outbox;
    private final Consumer<String> lines;

    /**
     * A workshop.
     *
     * @param models of engine sadtalker
     * @param lines told what was done, a line at a time
     */
    Workshop(Path avatars, Path models, Outbox outbox, Consumer<String> lines) {
        this.avatars = avatars;
        this.models = models;
        this.outbox = outbox;
        this.lines = lines;
    }

    /** Tells that a job waits for its turn. */
    void announce(Job job) {
        events(job.request()).tell(SetupState.QUEUED, null);
    }

    /** Tells that a job was cancelled before its turn came; false if Kafka is away, and it is to be told in its turn. */
    boolean tellCancelled(Job job) {
        SetupEvents told = events(job.request());
        told.tell(SetupState.CANCELLED, null);
        return told.awaitTold();
    }

    /** Makes a job; false if it was given back, and is not done with. */
    boolean work(Job job) {
        SetupRequest request = job.request();
        SetupEvents events = events(request);
        lines.accept("Setup %s of avatar '%s' begins".formatted(request.setup(), request.avatar()));
        Consumer<SetupEvents> end = make(job, events);
        // Those that were made to tell its steps may have given up.
        return tellSurely(job, events.isAway() || job.isGivenBack() ? events(request) : events, end);
    }

    /** Makes it; the result tells how that ended. */
    private Consumer<SetupEvents> make(Job job, SetupEvents events) {
        SetupRequest request = job.request();
        try {
            String line = make(job, Upload.of(request, avatars), events);
            lines.accept(line);
            return told -> told.tell(SetupState.DONE, line);
        } catch (Job.Stopped e) {
            boolean isCancelled = e.reason() == Job.Reason.CANCELLED;
            lines.accept("Setup %s was stopped; nothing was written".formatted(request.setup()));
            return told ->
                    told.tell(isCancelled ? SetupState.CANCELLED : SetupState.QUEUED, isCancelled ? null : HAS_TO_STOP);
        } catch (AvatarException e) {
            lines.accept("Setup %s failed: %s: %s".formatted(request.setup(), e.code(), e.getMessage()));
            return told -> told.fail(e.code(), e.getMessage());
        } catch (RuntimeException | IOException e) {
            LOG.log(System.Logger.Level.ERROR, "Setup %s failed".formatted(request.setup()), e);
            return told -> told.fail(ErrorCode.INTERNAL_ERROR, null);
        }
    }

    private String make(Job job, Upload upload, SetupEvents events) throws IOException {
        upload.begin();
        try {
            SetupRequest request = job.request();
            AvatarSettings settings = settings(request);
            Optional<String> remark = settings.engine().remarkOn(request.size());
            AvatarRequest wish = new AvatarRequest(upload.file(), request.avatar(), avatars, settings, request.force());
            job.requireGoingOn();
            requireFree(wish);
            String line = new AvatarMaker(step -> {
                        job.requireGoingOn();
                        events.step(step);
                    })
                    .make(wish)
                    .line();
            return remark.map(said -> line + "; " + said).orElse(line);
        } catch (Job.Stopped e) {
            upload.putBack();
            throw e;
        }
    }

    private AvatarSettings settings(SetupRequest request) {
        String engine = request.engine();
        return AvatarSettings.DEFAULT
                .withFrame(new FrameChoice(request.frame()))
                .withEngine(engine == null ? AvatarSettings.DEFAULT.engine() : Engine.ofLabel(engine))
                .withBlinks(request.blink())
                .withSadTalker(SadTalkerSettings.of(models, request.size(), lines));
    }

    /** Who asks over the network did not see what is there, and is not to lose it. */
    private static void requireFree(AvatarRequest wish) {
        if (!wish.force() && AvatarMaker.wouldReplace(wish)) {
            throw new AvatarException(
                    ErrorCode.AVATAR_EXISTS,
                    "There is an avatar '%s' that was made of something else, or otherwise; force replaces it"
                            .formatted(wish.id()));
        }
    }

    private SetupEvents events(SetupRequest request) {
        return new SetupEvents(outbox, request.setup(), request.avatar());
    }

    /** Tells until Kafka has it: somebody waits for it. False if the job is not this process' any more. */
    private boolean tellSurely(Job job, SetupEvents events, Consumer<SetupEvents> end) {
        SetupEvents told = events;
        end.accept(told);
        while (!told.awaitTold()) {
            if (job.isGivenBack() || Thread.interrupted()) {
                return false;
            }
            pause();
            told = events(job.request());
            end.accept(told);
        }
        return !job.isGivenBack();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TELLINGS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

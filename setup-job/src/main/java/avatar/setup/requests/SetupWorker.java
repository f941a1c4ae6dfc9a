package avatar.setup.requests;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import avatar.contract.setup.SetupState;
import avatar.kit.kafka.KafkaWriter;
import avatar.mouths.engine.EngineOptions;
import avatar.mouths.engine.MouthEngines;
import avatar.mouths.sadtalker.SadTalkerSettings;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.bundle.AvatarRequest;
import avatar.setup.bundle.AvatarSettings;
import avatar.setup.bundle.FrameChoice;
import avatar.setup.events.SetupEvents;
import avatar.setup.making.AvatarSetup;
import avatar.setup.making.SetupOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Makes the avatars of requests, one at a time, and publishes their progress and outcome. */
final class SetupWorker {

    private static final System.Logger LOG = System.getLogger(SetupWorker.class.getName());
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Path avatars;
    private final Path models;
    private final KafkaWriter writer;
    private final InstantSource clock;
    private final Consumer<String> log;

    /**
     * A worker for requests.
     *
     * @param models of engine sadtalker
     * @param log receives a line for everything that is done
     */
    SetupWorker(Path avatars, Path models, KafkaWriter writer, InstantSource clock, Consumer<String> log) {
        this.avatars = avatars;
        this.models = models;
        this.writer = writer;
        this.clock = clock;
        this.log = log;
    }

    /** Publishes that a job waits for its turn. */
    void publishQueued(Job job) {
        events(job.request()).publish(SetupState.QUEUED, null);
    }

    /**
     * Publishes that a waiting job was cancelled; false if Kafka did not take it, and the job keeps its turn to publish
     * it again.
     */
    boolean publishCancelled(Job job) {
        SetupEvents events = events(job.request());
        events.publish(SetupState.CANCELLED, null);
        return events.awaitPublished();
    }

    /** Makes the avatar of a job; false if the job was given back, so that its record must not be committed. */
    boolean work(Job job) {
        SetupRequest request = job.request();
        SetupEvents events = events(request);
        log.accept("Setup %s of avatar '%s' started".formatted(request.setup(), request.avatar()));
        Upload upload = Upload.of(request, avatars);
        SetupOutcome outcome = new AvatarSetup(job.cancellation(), clock, List.of(events::publish))
                .run(maker -> make(job, upload, maker));
        switch (outcome) {
            case SetupOutcome.Completed completed ->
                log.accept(completed.result().line());
            case SetupOutcome.Stopped _ -> {
                log.accept("Setup %s stopped; nothing was written".formatted(request.setup()));
                upload.uncount();
            }
            case SetupOutcome.Failed(AvatarException problem) ->
                log.accept("Setup %s failed: %s: %s".formatted(request.setup(), problem.code(), problem.getMessage()));
            case SetupOutcome.Crashed(RuntimeException cause) ->
                LOG.log(System.Logger.Level.ERROR, "Setup %s failed".formatted(request.setup()), cause);
        }
        // Kafka may be reachable again although it did not take an event of the progress.
        return publish(outcome, job, events.isUnavailable() ? events(request) : events);
    }

    private AvatarMaker.Outcome make(Job job, Upload upload, AvatarMaker maker) throws IOException {
        SetupRequest request = job.request();
        upload.count();
        AvatarSettings settings = settings(request);
        AvatarRequest wanted = new AvatarRequest(upload.file(), request.avatar(), avatars, settings, request.force());
        job.cancellation().throwIfRequested();
        requireFree(wanted);
        AvatarMaker.Outcome made = maker.make(wanted);
        return settings.engine().remark().map(made::withRemark).orElse(made);
    }

    private AvatarSettings settings(SetupRequest request) {
        String engine = request.engine();
        EngineOptions options = new EngineOptions(request.size(), SadTalkerSettings.of(models, log));
        return AvatarSettings.DEFAULT
                .withFrame(new FrameChoice(request.frame()))
                .withEngine(MouthEngines.of(engine == null ? MouthEngines.DEFAULT : engine, options))
                .withBlinks(request.blink());
    }

    /** A client sees no more of an avatar than its name, and must not replace one without force. */
    private static void requireFree(AvatarRequest wanted) {
        if (!wanted.force() && AvatarMaker.wouldReplace(wanted)) {
            throw new AvatarException(
                    ErrorCode.AVATAR_EXISTS,
                    "Avatar '%s' exists and was made of another source or with other settings; force replaces it"
                            .formatted(wanted.id()));
        }
    }

    private SetupEvents events(SetupRequest request) {
        return new SetupEvents(writer, clock, request.setup(), request.avatar());
    }

    /** Publishes until Kafka has it, since a client waits for the outcome; false if the job was given back. */
    private boolean publish(SetupOutcome outcome, Job job, SetupEvents first) {
        SetupEvents events = first;
        outcome.publish(events);
        while (!events.awaitPublished()) {
            if (job.cancellation().isGivenBack() || Thread.interrupted()) {
                return false;
            }
            pause();
            events = events(job.request());
            outcome.publish(events);
        }
        return !job.cancellation().isGivenBack();
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

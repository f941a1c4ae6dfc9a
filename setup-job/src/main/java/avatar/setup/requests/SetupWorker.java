package avatar.setup.requests;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import avatar.contract.setup.SetupState;
import avatar.kit.kafka.KafkaWriter;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.bundle.AvatarRequest;
import avatar.setup.events.SetupEvents;
import avatar.setup.making.AvatarSetup;
import avatar.setup.making.SetupOutcome;
import avatar.setup.progress.Step;
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
    private final SetupChild child;
    private final KafkaWriter writer;
    private final InstantSource clock;
    private final Consumer<String> log;

    /**
     * A worker for requests.
     *
     * @param models of engine sadtalker
     * @param child makes the avatar
     * @param log receives a line for everything that is done
     */
    SetupWorker(
            Path avatars,
            Path models,
            SetupChild child,
            KafkaWriter writer,
            InstantSource clock,
            Consumer<String> log) {
        this.avatars = avatars;
        this.models = models;
        this.child = child;
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
        SetupOutcome outcome =
                new AvatarSetup(job.cancellation(), List.of(events::publish)).run(steps -> make(job, upload, steps));
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

    private AvatarMaker.Outcome make(Job job, Upload upload, Consumer<Step> steps) throws IOException {
        SetupRequest request = job.request();
        upload.count();
        AvatarRequest wanted = RequestedAvatar.of(request, avatars, models, log);
        job.cancellation().throwIfRequested();
        requireFree(wanted);
        return child.make(request, wanted, job.cancellation(), steps);
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

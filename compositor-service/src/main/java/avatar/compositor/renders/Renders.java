package avatar.compositor.renders;

import avatar.compositor.archive.ArchivedUtterance;
import avatar.compositor.archive.UtteranceArchive;
import avatar.contract.api.RenderState;
import avatar.contract.bundle.AvatarFolder;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechSegment;
import avatar.pictures.encoding.BackgroundWork;
import avatar.pictures.encoding.Render;
import avatar.pictures.encoding.RenderMaker;
import avatar.pictures.library.AvatarLibrary;
import avatar.pictures.library.Loan;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The films that are ordered of this service: some in work, some waiting, the others done or not. */
@ApplicationScoped
class Renders {

    private static final String DEFAULT_AVATAR = "default";

    private final AvatarFolder avatars;
    private final AvatarLibrary library;
    private final InstantSource clock;
    private final UtteranceArchive archive;
    private final MeterRegistry registry;
    private final RenderFolder folder;
    private final RenderShelf shelf;
    private final SynthesisClient synthesis;
    private final ThreadPoolExecutor workers;
    private final int maxWaiting;

    Renders(
            AvatarFolder avatars,
            AvatarLibrary library,
            UtteranceArchive archive,
            MeterRegistry registry,
            InstantSource clock,
            RendersConfig config) {
        this.avatars = avatars;
        this.library = library;
        this.clock = clock;
        this.archive = archive;
        this.registry = registry;
        this.folder = new RenderFolder(config.folder());
        this.shelf = new RenderShelf(folder, config.maxTotal().asLongValue(), config.maxAge(), clock);
        this.synthesis = new SynthesisClient(config.ttsUrl(), config.clauseTimeout());
        this.maxWaiting = config.maxWaiting();
        this.workers = new ThreadPoolExecutor(
                config.atOnce(),
                config.atOnce(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(maxWaiting),
                Thread.ofPlatform().daemon().name("render-", 1).factory());
    }

    void start(@Observes StartupEvent event) {
        folder.removeLeftovers();
        shelf.addAll(folder.films());
        workers.prestartAllCoreThreads();
        Gauge.builder(
                        "avatar.compositor.renders.waiting",
                        workers,
                        pool -> pool.getQueue().size())
                .description("Films that wait for their turn")
                .register(registry);
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdownNow();
        shelf.all().forEach(RenderJob::cancel);
        synthesis.close();
    }

    /**
     * Takes on a film. Waits until tts-service has begun to speak the text, so that what can't be spoken is refused at once.
     *
     * @throws AvatarException if it can't be made, or too many wait
     */
    RenderJob order(RenderOrder order) {
        String avatar = avatarOf(order);
        avatars.require(avatar);
        requirePlace();
        RenderJob job = newJob(order);
        Work work = order.utterance() == null ? text(order, job, avatar) : utterance(order, job, avatar);
        shelf.add(job);
        try {
            workers.execute(new Task(work));
        } catch (RejectedExecutionException e) {
            shelf.remove(job);
            job.cancel();
            throw tooMany(e);
        }
        return job;
    }

    private String avatarOf(RenderOrder order) {
        if (order.avatar() != null) {
            return order.avatar();
        }
        return order.utterance() == null
                ? DEFAULT_AVATAR
                : archive.require(order.utterance()).avatar();
    }

    private void requirePlace() {
        if (workers.getQueue().remainingCapacity() == 0) {
            throw tooMany(null);
        }
    }

    private AvatarException tooMany(@Nullable Exception cause) {
        return new AvatarException(
                ErrorCode.TOO_MANY_RENDERS,
                "%d films wait already, as many as avatar.renders.max-waiting allows".formatted(maxWaiting),
                cause);
    }

    private RenderJob newJob(RenderOrder order) {
        String id = UUID.randomUUID().toString();
        return new RenderJob(
                id,
                order.settings().format(),
                folder.fileOf(id, order.settings().format()),
                clock.instant());
    }

    /** Speech that has to wait for its turn is begun anew then: it may be long. */
    private Work text(RenderOrder order, RenderJob job, String avatar) {
        Speech begun = synthesis.speak(order);
        boolean waits = workers.getActiveCount() >= workers.getCorePoolSize();
        if (waits) {
            begun.close();
        } else {
            job.speaks(begun, length(order));
        }
        return new Work(order, job, avatar, waits ? null : begun);
    }

    private Work utterance(RenderOrder order, RenderJob job, String avatar) {
        ArchivedUtterance said = archive.require(Objects.requireNonNull(order.utterance()));
        if (!said.isComplete()) {
            throw new AvatarException(
                    ErrorCode.UTTERANCE_NOT_WHOLE,
                    "Utterance '%s' has %d segments so far, and not its last"
                            .formatted(order.utterance(), said.segments().size()));
        }
        job.speaks(
                () -> {},
                said.segments().stream()
                        .mapToInt(segment -> segment.text().length())
                        .sum());
        return new Work(order, job, avatar, said.segments().iterator());
    }

    private static double length(RenderOrder order) {
        // Tags are not said, as far as they are some; this is an estimate.
        return Objects.requireNonNull(order.text()).replaceAll("<[^>]*>", "").length();
    }

    /** @param speech null if it is still to be begun */
    private record Work(
            RenderOrder order,
            RenderJob job,
            String avatar,
            @Nullable Iterator<SpeechSegment> speech) {}

    /** A film that waits for its turn, and then is made. */
    private final class Task implements Runnable {

        private final Work work;

        private Task(Work work) {
            this.work = work;
        }

        @Override
        public void run() {
            make(work);
        }
    }

    private void make(Work work) {
        BackgroundWork.begin();
        RenderJob job = work.job();
        if (!job.start()) {
            count(job);
            return;
        }
        Log.infof(
                "Film begun renderId=%s avatar=%s format=%s",
                job.id(), work.avatar(), job.format().extension());
        long begun = System.nanoTime();
        try {
            Render movie = film(work);
            job.done(movie.duration(), movie.bytes());
            Log.infof(
                    "Film done renderId=%s frames=%d bytes=%d durationMs=%d tookMs=%d",
                    job.id(),
                    movie.frames(),
                    movie.bytes(),
                    movie.duration().toMillis(),
                    (System.nanoTime() - begun) / 1_000_000);
            registry.counter("avatar.compositor.renders.frames").increment((double) movie.frames());
        } catch (RuntimeException e) {
            fail(job, e);
        }
        count(job);
        shelf.tidy();
    }

    private void count(RenderJob job) {
        registry.counter("avatar.compositor.renders", "outcome", job.state().label())
                .increment();
    }

    private Render film(Work work) {
        RenderJob job = work.job();
        Iterator<SpeechSegment> speech = work.speech();
        if (speech == null) {
            Speech begun = synthesis.speak(work.order());
            job.speaks(begun, length(work.order()));
            speech = begun;
        }
        try (Loan loan = library.borrow(work.avatar()).toCompletableFuture().join()) {
            folder.create();
            return RenderMaker.make(loan.pictures(), speech, work.order().settings(), job.file(), job);
        } finally {
            if (speech instanceof Speech open) {
                open.close();
            }
        }
    }

    private static void fail(RenderJob job, RuntimeException failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (job.isCancelled() || cause instanceof CancellationException) {
            job.end(RenderState.CANCELLED, null);
            Log.infof("Film cancelled renderId=%s", job.id());
        } else if (cause instanceof AvatarException foreseen) {
            job.end(RenderState.FAILED, foreseen.getMessage());
            Log.warnf("Film failed renderId=%s code=%s error=%s", job.id(), foreseen.code(), foreseen.getMessage());
        } else {
            job.end(RenderState.FAILED, "Something went wrong here");
            Log.errorf(cause, "A film failed in a way nobody foresaw renderId=%s", job.id());
        }
    }

    /** Those that are known, the latest last. */
    List<RenderJob> all() {
        shelf.tidy();
        return shelf.all();
    }

    /**
     * The film of that id.
     *
     * @throws AvatarException {@link ErrorCode#NOT_FOUND}
     */
    RenderJob require(String id) {
        return shelf.find(id)
                .orElseThrow(() -> new AvatarException(ErrorCode.NOT_FOUND, "There is no film '%s'".formatted(id)));
    }

    /** Cancels a film, or deletes it if it is over. */
    void delete(String id) {
        RenderJob job = require(id);
        if (job.state().isFinal()) {
            shelf.remove(job);
        } else {
            job.cancel();
            if (workers.getQueue().removeIf(task -> task instanceof Task waiting && waiting.work.job() == job)) {
                count(job);
            }
        }
    }

    RenderFolder folder() {
        return folder;
    }
}

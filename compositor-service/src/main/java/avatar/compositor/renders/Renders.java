package avatar.compositor.renders;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.compositor.archive.ArchivedUtterance;
import avatar.compositor.archive.UtteranceArchive;
import avatar.contract.bundle.AvatarFolder;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.kit.time.NanoClock;
import avatar.pictures.encoding.RenderFormat;
import avatar.pictures.library.AvatarLibrary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The renders of this service: those that are made, those that wait, and those that have ended. */
@ApplicationScoped
class Renders {

    private static final String DEFAULT_AVATAR = "default";

    private final AvatarFolder avatars;
    private final InstantSource clock;
    private final UtteranceArchive archive;
    private final RenderFolder folder;
    private final RenderShelf shelf;
    private final NanoClock nanos;
    private final SynthesisClient synthesis;
    private final RenderTask.Parts parts;
    private final MeterRegistry registry;
    private final ThreadPoolExecutor workers;
    private final int maxWaiting;
    private final AtomicBoolean isStopping = new AtomicBoolean();

    Renders(
            AvatarFolder avatars,
            AvatarLibrary library,
            UtteranceArchive archive,
            MeterRegistry registry,
            InstantSource clock,
            NanoClock nanos,
            RendersConfig config) {
        this.avatars = avatars;
        this.clock = clock;
        this.nanos = nanos;
        this.archive = archive;
        this.folder = new RenderFolder(config.folder(), config.keepFree().asLongValue());
        this.shelf = new RenderShelf(folder, config.maxTotal().asLongValue(), config.maxAge(), clock);
        this.synthesis = new SynthesisClient(config.ttsUrl(), config.clauseTimeout());
        this.parts = new RenderTask.Parts(library, synthesis, folder, shelf, registry, nanos, isStopping::get);
        this.registry = registry;
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
        shelf.addAll(folder.found());
        workers.prestartAllCoreThreads();
        folder.unfinished().forEach(this::makeAgain);
        Gauge.builder(
                        "avatar.compositor.renders.waiting",
                        workers,
                        pool -> pool.getQueue().size())
                .description("Renders that wait for their turn")
                .register(registry);
    }

    /** Makes a render again that an earlier process was asked for; of an utterance nothing is kept. */
    private void makeAgain(RenderFolder.Unfinished unfinished) {
        String id = unfinished.id();
        RenderOrder order;
        try {
            order = RenderOrder.parse(unfinished.request().getBytes(UTF_8));
        } catch (AvatarException e) {
            Log.warnf("Request of an earlier process can't be read renderId=%s error=%s", id, e.getMessage());
            folder.removeRequest(id);
            return;
        }
        RenderFormat format = order.settings().format();
        RenderJob job = RenderJob.queued(id, format, folder.fileOf(id, format), unfinished.ordered(), nanos);
        shelf.add(job);
        if (order.utterance() != null) {
            giveUp(
                    job,
                    "The compositor was restarted, and keeps utterance '%s' no longer; render its text"
                            .formatted(order.utterance()));
            return;
        }
        try {
            workers.execute(new RenderTask(order, job, avatarOf(order), null, parts));
        } catch (RejectedExecutionException e) {
            giveUp(job, "The compositor was restarted, and more renders waited than it takes; request it again");
        }
    }

    private void giveUp(RenderJob job, String why) {
        job.start();
        job.fail(why);
        folder.removeRequest(job.id());
        Log.warnf("Render of an earlier process failed renderId=%s error=%s", job.id(), why);
    }

    void stop(@Observes ShutdownEvent event) {
        isStopping.set(true);
        workers.shutdownNow();
        shelf.all().forEach(RenderJob::cancel);
        synthesis.close();
    }

    /**
     * Queues a render. Blocks until tts-service has begun to speak the text, so that a text that can't be spoken is
     * refused at once.
     *
     * @param request of the order, as it came
     * @throws AvatarException if it can't be made, or too many renders wait
     */
    RenderJob order(RenderOrder order, byte[] request) {
        String avatar = avatarOf(order);
        avatars.require(avatar);
        requirePlace();
        folder.requireRoom();
        RenderJob job = newJob(order);
        RenderTask task = order.utterance() == null ? ofText(order, job, avatar) : ofUtterance(order, job, avatar);
        folder.keepRequest(job.id(), request);
        shelf.add(job);
        try {
            workers.execute(task);
        } catch (RejectedExecutionException e) {
            shelf.remove(job);
            folder.removeRequest(job.id());
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
                "%d renders wait, as many as avatar.renders.max-waiting allows; try again later".formatted(maxWaiting),
                cause);
    }

    private RenderJob newJob(RenderOrder order) {
        String id = UUID.randomUUID().toString();
        RenderFormat format = order.settings().format();
        return RenderJob.queued(id, format, folder.fileOf(id, format), clock.instant(), nanos);
    }

    /** Speech of a render that waits is closed, and requested again at its turn: the wait may be long. */
    private RenderTask ofText(RenderOrder order, RenderJob job, String avatar) {
        Speech begun = synthesis.speak(order);
        boolean waits = workers.getActiveCount() >= workers.getCorePoolSize();
        if (waits) {
            begun.close();
        } else {
            job.speaks(begun, order.characters());
        }
        return new RenderTask(order, job, avatar, waits ? null : begun, parts);
    }

    private RenderTask ofUtterance(RenderOrder order, RenderJob job, String avatar) {
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
        return new RenderTask(order, job, avatar, said.segments().iterator(), parts);
    }

    /** The known renders, the latest last. */
    List<RenderJob> all() {
        shelf.tidy();
        return shelf.all();
    }

    /**
     * The render with that id.
     *
     * @throws AvatarException {@link ErrorCode#NOT_FOUND}
     */
    RenderJob require(String id) {
        return shelf.find(id)
                .orElseThrow(() -> new AvatarException(ErrorCode.NOT_FOUND, "No render '%s'".formatted(id)));
    }

    /** Cancels a render, or deletes one that has ended. */
    void delete(String id) {
        RenderJob job = require(id);
        if (job.state().isFinal()) {
            shelf.remove(job);
        } else {
            job.cancel();
            workers.getQueue().stream()
                    .filter(task -> task instanceof RenderTask waiting && waiting.job() == job && workers.remove(task))
                    .forEach(task -> ((RenderTask) task).hasEnded());
        }
    }

    RenderFolder folder() {
        return folder;
    }
}

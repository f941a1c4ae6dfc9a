package avatar.compositor.renders;

import avatar.compositor.renders.RenderPhase.Cancelled;
import avatar.compositor.renders.RenderPhase.Cancelling;
import avatar.compositor.renders.RenderPhase.Done;
import avatar.compositor.renders.RenderPhase.Failed;
import avatar.compositor.renders.RenderPhase.Queued;
import avatar.compositor.renders.RenderPhase.Running;
import avatar.compositor.renders.RenderPhase.Speaking;
import avatar.contract.api.RenderState;
import avatar.contract.api.RenderStatus;
import avatar.pictures.encoding.RenderFormat;
import avatar.pictures.encoding.RenderWatcher;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One render, from its request to its file. Thread-safe. */
final class RenderJob implements RenderWatcher {

    private static final int MAX_PERCENT_WHILE_RUNNING = 99;

    /** Below, an estimate of the time left would jump about. */
    private static final double MIN_SHARE_FOR_ESTIMATE = 0.02;

    private final String id;
    private final RenderFormat format;
    private final Path file;
    private final Instant ordered;
    private final LongSupplier nanos;

    private RenderPhase phase;

    private RenderJob(
            String id, RenderFormat format, Path file, Instant ordered, LongSupplier nanos, RenderPhase phase) {
        this.id = id;
        this.format = format;
        this.file = file;
        this.ordered = ordered;
        this.nanos = nanos;
        this.phase = phase;
    }

    /**
     * A render that waits for its turn.
     *
     * @param file to be written
     * @param nanos as {@link System#nanoTime}
     */
    static RenderJob queued(String id, RenderFormat format, Path file, Instant ordered, LongSupplier nanos) {
        return new RenderJob(id, format, file, ordered, nanos, new Queued(Speaking.NONE));
    }

    /** A render that an earlier process made. */
    static RenderJob found(String id, RenderFormat format, Path file, Instant written, long bytes) {
        return new RenderJob(id, format, file, written, () -> 0, new Done(null, bytes));
    }

    String id() {
        return id;
    }

    RenderFormat format() {
        return format;
    }

    /** The file that is, or is going to be, written. */
    Path file() {
        return file;
    }

    Instant ordered() {
        return ordered;
    }

    RenderState state() {
        return phase().state();
    }

    /** The size of its file; 0 while that is not complete. */
    long bytes() {
        return phase() instanceof Done done ? done.bytes() : 0;
    }

    private synchronized RenderPhase phase() {
        return phase;
    }

    /** Starts it; false if it was cancelled before. */
    synchronized boolean start() {
        if (phase instanceof Queued queued) {
            phase = queued.start(nanos.getAsLong());
            return true;
        }
        return false;
    }

    /**
     * Notes its speech.
     *
     * @param source closed when the render is cancelled, or at once if it was
     * @param characters of all of it, about
     */
    synchronized void speaks(AutoCloseable source, double characters) {
        Speaking speech = new Speaking(source, Math.max(1, characters));
        switch (phase) {
            case Queued queued -> phase = queued.with(speech);
            case Running running -> phase = running.with(speech);
            case Cancelling _, Cancelled _, Failed _, Done _ -> speech.close();
        }
    }

    @Override
    public synchronized boolean written(Progress progress) {
        if (phase instanceof Running running) {
            phase = running.at(progress.characters());
            return true;
        }
        return false;
    }

    /** Ends it as soon as possible; does nothing if it has ended. */
    synchronized void cancel() {
        switch (phase) {
            case Queued queued -> {
                phase = queued.cancel();
                queued.speech().close();
            }
            case Running running -> {
                phase = running.cancel();
                running.speech().close();
            }
            case Cancelling _, Cancelled _, Failed _, Done _ -> {}
        }
    }

    /** The file is complete. */
    synchronized void done(Duration duration, long bytes) {
        phase = switch (phase) {
            case Running running -> running.done(duration, bytes);
            case Cancelling cancelling -> cancelling.done(duration, bytes);
            case Queued _, Cancelled _, Failed _, Done _ -> throw notRunning();
        };
    }

    /** It can't be made: failed, or cancelled if that was requested. */
    synchronized void fail(String detail) {
        phase = switch (phase) {
            case Running running -> running.fail(detail);
            case Cancelling cancelling -> cancelling.cancelled();
            case Queued _, Cancelled _, Failed _, Done _ -> throw notRunning();
        };
    }

    private IllegalStateException notRunning() {
        return new IllegalStateException(
                "Render %s is %s, not running".formatted(id, phase.state().label()));
    }

    RenderStatus status() {
        RenderPhase now = phase();
        boolean isDone = now instanceof Done;
        return new RenderStatus(
                id,
                now.state(),
                isDone ? 100 : Math.min(MAX_PERCENT_WHILE_RUNNING, (int) (100 * now.share())),
                secondsLeft(now),
                now.detail(),
                format.extension(),
                isDone ? RenderRoutes.PATH + "/" + file.getFileName() : null,
                now instanceof Done done ? done.duration() : null,
                now instanceof Done done ? done.bytes() : null);
    }

    private @Nullable Double secondsLeft(RenderPhase now) {
        if (!(now instanceof Running running) || running.share() < MIN_SHARE_FOR_ESTIMATE) {
            return null;
        }
        double seconds = (nanos.getAsLong() - running.startedNanos()) / 1e9;
        return Math.round(10 * seconds * (1 - running.share()) / running.share()) / 10.0;
    }
}

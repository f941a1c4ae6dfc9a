package avatar.compositor.renders;

import avatar.contract.api.RenderState;
import avatar.contract.api.RenderStatus;
import avatar.pictures.encoding.RenderFormat;
import avatar.pictures.encoding.RenderWatcher;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A film on its way. Anyone may ask how far it is, or cancel it. */
final class RenderJob implements RenderWatcher {

    private static final int MOST_WHILE_RUNNING = 99;

    /** Below, an estimate of the time left would jump about. */
    private static final double LEAST_SHARE = 0.02;

    private final String id;
    private final RenderFormat format;
    private final Path file;
    private final Instant ordered;

    private RenderState state = RenderState.QUEUED;
    private long startedNanos;
    private double characters = 1;
    private double share;
    private boolean isCancelled;
    private @Nullable AutoCloseable speech;
    private @Nullable String detail;
    private @Nullable Duration duration;
    private @Nullable Long bytes;

    RenderJob(String id, RenderFormat format, Path file, Instant ordered) {
        this.id = id;
        this.format = format;
        this.file = file;
        this.ordered = ordered;
    }

    String id() {
        return id;
    }

    RenderFormat format() {
        return format;
    }

    /** Where the film is, or is going to be. */
    Path file() {
        return file;
    }

    Instant ordered() {
        return ordered;
    }

    synchronized RenderState state() {
        return state;
    }

    synchronized long bytes() {
        return bytes == null ? 0 : bytes;
    }

    /** It is its turn; false if it was cancelled before. */
    synchronized boolean start() {
        if (isCancelled) {
            return false;
        }
        state = RenderState.RUNNING;
        startedNanos = System.nanoTime();
        return true;
    }

    /**
     * What it says.
     *
     * @param from closed when the film is cancelled
     * @param expected how many characters all of it has, about
     */
    synchronized void speaks(AutoCloseable from, double expected) {
        speech = from;
        characters = Math.max(1, expected);
        if (isCancelled) {
            closeSpeech();
        }
    }

    @Override
    public synchronized boolean filmed(Progress progress) {
        share = Math.min(1, progress.characters() / characters);
        return !isCancelled;
    }

    synchronized boolean isCancelled() {
        return isCancelled;
    }

    /** Ends it as soon as it can be; nothing if it is over. */
    synchronized void cancel() {
        if (!state.isFinal()) {
            isCancelled = true;
            if (state == RenderState.QUEUED) {
                state = RenderState.CANCELLED;
            }
            closeSpeech();
        }
    }

    private void closeSpeech() {
        AutoCloseable open = speech;
        if (open != null) {
            try {
                open.close();
            } catch (Exception e) {
                throw new IllegalStateException("Speech can't be closed", e);
            }
        }
    }

    /** The file is there. */
    synchronized void done(@Nullable Duration length, long size) {
        state = RenderState.DONE;
        duration = length;
        bytes = size;
    }

    /** It can't be made, or is not wanted. */
    synchronized void end(RenderState how, @Nullable String why) {
        state = how;
        detail = why;
    }

    synchronized RenderStatus status() {
        boolean isDone = state == RenderState.DONE;
        return new RenderStatus(
                id,
                state,
                isDone ? 100 : Math.min(MOST_WHILE_RUNNING, (int) (100 * share)),
                secondsLeft(),
                detail,
                format.extension(),
                isDone ? RenderRoutes.PATH + "/" + file.getFileName() : null,
                duration,
                bytes);
    }

    private @Nullable Double secondsLeft() {
        if (state != RenderState.RUNNING || share < LEAST_SHARE) {
            return null;
        }
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        return Math.round(10 * seconds * (1 - share) / share) / 10.0;
    }
}

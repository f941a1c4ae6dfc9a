package avatar.compositor.renders;

import avatar.contract.api.RenderState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a render is. A phase has a method for each transition that is legal from it.
 *
 * <pre>
 *           start           done
 *   queued ───────► running ─────► done
 *     │              │   │           ▲
 *     │       cancel │   └► failed   │ the last frame was written
 *     │              ▼               │
 *     │          cancelling ─────────┘
 *     │ cancel       │ frame not written
 *     └──────────────┴─► cancelled
 * </pre>
 */
sealed interface RenderPhase {

    /** The state as the API names it. */
    RenderState state();

    /** How much of the text was spoken so far, 0..1. */
    double share();

    /** Why it failed; null if it did not. */
    default @Nullable String detail() {
        return null;
    }

    /**
     * The speech of a render.
     *
     * @param source closed when the render is cancelled
     * @param characters of all of it, about; at least 1
     */
    record Speaking(AutoCloseable source, double characters) {

        /** Speech that has not begun. */
        static final Speaking NONE = new Speaking(() -> {}, 1);

        void close() {
            try {
                source.close();
            } catch (Exception e) {
                throw new IllegalStateException("Speech can't be closed", e);
            }
        }
    }

    /** Waits for its turn. */
    record Queued(Speaking speech) implements RenderPhase {

        Queued with(Speaking begun) {
            return new Queued(begun);
        }

        Running start(long nowNanos) {
            return new Running(nowNanos, speech, 0);
        }

        Cancelled cancel() {
            return new Cancelled(0);
        }

        @Override
        public RenderState state() {
            return RenderState.QUEUED;
        }

        @Override
        public double share() {
            return 0;
        }
    }

    /** Frames are made. */
    record Running(long startedNanos, Speaking speech, double share) implements RenderPhase {

        Running with(Speaking begun) {
            return new Running(startedNanos, begun, share);
        }

        Running at(double characters) {
            return new Running(startedNanos, speech, Math.min(1, characters / speech.characters()));
        }

        Cancelling cancel() {
            return new Cancelling(share);
        }

        Done done(Duration duration, long bytes) {
            return new Done(duration, bytes);
        }

        Failed fail(String detail) {
            return new Failed(detail, share);
        }

        @Override
        public RenderState state() {
            return RenderState.RUNNING;
        }
    }

    /** Cancelled, but its thread has not noticed yet. */
    record Cancelling(double share) implements RenderPhase {

        Cancelled cancelled() {
            return new Cancelled(share);
        }

        /** The render was complete before its thread noticed. */
        Done done(Duration duration, long bytes) {
            return new Done(duration, bytes);
        }

        @Override
        public RenderState state() {
            return RenderState.RUNNING;
        }
    }

    /**
     * The file is complete.
     *
     * @param duration null if it was made before this process started
     */
    record Done(@Nullable Duration duration, long bytes) implements RenderPhase {

        @Override
        public RenderState state() {
            return RenderState.DONE;
        }

        @Override
        public double share() {
            return 1;
        }
    }

    /** It could not be made. */
    record Failed(String detail, double share) implements RenderPhase {

        @Override
        public RenderState state() {
            return RenderState.FAILED;
        }
    }

    /** It was cancelled. */
    record Cancelled(double share) implements RenderPhase {

        @Override
        public RenderState state() {
            return RenderState.CANCELLED;
        }
    }
}

package avatar.compositor.playback;

import avatar.compositor.render.MouthPose;
import avatar.contract.viseme.Viseme;
import org.jspecify.annotations.Nullable;

/**
 * How a channel's mouth gets from one shape to the next.
 *
 * <p>It starts from the shape that was last seen, not from the timeline's: when an utterance is cut off, or frames were
 * skipped, the lips still move on from where they were.
 */
final class MouthMotion {

    private final long transitionNanos;

    private @Nullable Viseme from;
    private @Nullable Viseme to;
    private long since;

    MouthMotion(long transitionNanos) {
        this.transitionNanos = transitionNanos;
    }

    /**
     * The mouth at a channel time; each call is for a later one.
     *
     * @param wanted shape; null for the base video's own mouth
     * @param onset when that shape began to be wanted
     */
    MouthPose at(long nanos, @Nullable Viseme wanted, long onset) {
        if (wanted != to) {
            from = to;
            to = wanted;
            since = onset;
        }
        if (nanos - since >= transitionNanos) {
            from = to;
        }
        double progress = from == to ? 1 : Math.clamp((double) (nanos - since) / transitionNanos, 0, 1);
        return new MouthPose(from, to, progress);
    }
}

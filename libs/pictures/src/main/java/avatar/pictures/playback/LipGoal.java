package avatar.pictures.playback;

import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Lips;
import org.jspecify.annotations.Nullable;

/**
 * A movement of the lips.
 *
 * @param from null for where they are
 * @param to null for the base video's own mouth
 * @param sinceNanos channel time at which they begin to move
 * @param transitionNanos how long they move
 */
record LipGoal(@Nullable Lips from, @Nullable Lips to, long sinceNanos, long transitionNanos) {

    /** Lips that shut after the last sound. */
    static LipGoal shut(long sinceNanos) {
        return new LipGoal(null, Lips.SHUT, sinceNanos, Cue.DEFAULT_TRANSITION.toNanos());
    }

    /** The mouth fades to that of the base video. */
    static LipGoal away(long sinceNanos, long transitionNanos) {
        return new LipGoal(null, null, sinceNanos, transitionNanos);
    }
}

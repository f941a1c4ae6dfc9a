package avatar.pictures.playback;

import avatar.contract.viseme.Lips;
import avatar.pictures.frame.MouthPose;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The movement of a channel's mouth from frame to frame.
 *
 * <p>Within a segment it follows the plan. Where a plan begins, and where one was interrupted, it starts from the
 * lips of the latest goal.
 */
final class MouthMotion {

    private @Nullable Lips from;
    private @Nullable Lips to;
    private long since;
    private long transition;

    /** The mouth at a channel time; each call is for a later one. */
    MouthPose at(long nanos, LipGoal goal) {
        if (goal.from() != null && to != null) {
            start(goal.from(), goal);
        } else if (!Objects.equals(goal.to(), to)) {
            start(to, goal);
        }
        if (nanos - since >= transition) {
            from = to;
        }
        double progress = Objects.equals(from, to) ? 1 : Math.clamp((double) (nanos - since) / transition, 0, 1);
        return new MouthPose(from, to, progress);
    }

    private void start(@Nullable Lips start, LipGoal goal) {
        from = start;
        to = goal.to();
        since = goal.sinceNanos();
        transition = goal.transitionNanos();
    }
}

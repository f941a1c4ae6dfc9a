package avatar.pictures.frame;

import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Smoothstep;
import org.jspecify.annotations.Nullable;

/**
 * The mouth of one frame: lips on their way to others.
 *
 * @param from null for the base video's own mouth
 * @param to null for the base video's own mouth
 * @param progress of the way, 0..1
 */
public record MouthPose(@Nullable Lips from, @Nullable Lips to, double progress) {

    /** The base video's own mouth. */
    public static final MouthPose NONE = new MouthPose(null, null, 1);

    public MouthPose {
        if (!(progress >= 0 && progress <= 1)) {
            throw new IllegalArgumentException("Progress must be within 0..1, not " + progress);
        }
    }

    /** How far the lips have come from {@link #from} to {@link #to}, 0..1. */
    double weight() {
        return Smoothstep.of(progress);
    }

    /** Whether the base frame can be shown as it is. */
    public boolean isNone() {
        return (from == null || weight() == 1) && (to == null || weight() == 0);
    }
}

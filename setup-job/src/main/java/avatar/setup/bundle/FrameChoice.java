package avatar.setup.bundle;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the frame that the mouths are made from.
 *
 * @param wish its number, {@link SetupRequest#MIDDLE_FRAME}, or null: one with its mouth shut
 */
public record FrameChoice(@Nullable Integer wish) {

    public static final FrameChoice SHUT = new FrameChoice(null);

    /** @throws AvatarException {@link ErrorCode#INVALID_FRAME} if no video has such a frame */
    public FrameChoice {
        if (wish != null && wish < SetupRequest.MIDDLE_FRAME) {
            throw new AvatarException(
                    ErrorCode.INVALID_FRAME,
                    "Invalid frame: found %d, expected 0 or more, or %d for the middle one"
                            .formatted(wish, SetupRequest.MIDDLE_FRAME));
        }
    }

    /**
     * The number of the frame among so many pictures; empty if it is still to be chosen.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_FRAME} if the clip has no such frame
     */
    OptionalInt among(int pictures) {
        if (wish == null) {
            return OptionalInt.empty();
        }
        if (wish >= pictures) {
            throw new AvatarException(
                    ErrorCode.INVALID_FRAME, "Invalid frame: found %d, expected 0 to %d".formatted(wish, pictures - 1));
        }
        return OptionalInt.of(wish == SetupRequest.MIDDLE_FRAME ? pictures / 2 : wish);
    }

    /** The choice as a manifest records it. */
    @Override
    public String toString() {
        return wish == null ? "shut" : wish == SetupRequest.MIDDLE_FRAME ? "middle" : Integer.toString(wish);
    }
}

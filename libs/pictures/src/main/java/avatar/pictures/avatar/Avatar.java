package avatar.pictures.avatar;

import avatar.contract.bundle.LipShapes;
import avatar.contract.bundle.Opening;
import avatar.contract.viseme.Viseme;
import java.util.List;

/**
 * An avatar in memory, ready to be shown by any number of channels; immutable.
 *
 * @param width of every frame, in pixels
 * @param fps frames a second of the base video
 * @param frames of the base video, in order; it loops
 */
public record Avatar(String id, int width, int height, double fps, List<BaseFrame> frames, PatchSet patches) {

    public Avatar {
        frames = List.copyOf(frames);
        if (frames.isEmpty() || !(fps > 0)) {
            throw new IllegalArgumentException(
                    "Invalid avatar: found %d frames at %s fps, expected at least 1 and more than 0"
                            .formatted(frames.size(), fps));
        }
    }

    /** The frame a channel shows at its {@code number}-th tick. */
    public int indexOf(long number) {
        return Math.toIntExact(number % frames.size());
    }

    public MouthPatch patch(Viseme viseme, Opening opening) {
        return patches.patch(viseme, opening);
    }

    /** How far each viseme takes the lips. */
    public LipShapes lips() {
        return patches.lips();
    }

    /** Memory of its pictures. */
    public long bytesHeld() {
        long bytes = patches.bytesHeld();
        for (BaseFrame frame : frames) {
            bytes += frame.bytesHeld();
        }
        return bytes;
    }
}

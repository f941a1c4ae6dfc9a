package avatar.compositor.avatar;

import avatar.contract.viseme.Viseme;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An avatar in memory, ready to be shown by any number of channels; nothing of it ever changes.
 *
 * @param width of every frame, in pixels
 * @param fps frames a second of the base video
 * @param frames of the base video, in order; it loops
 * @param patches one for every viseme
 */
public record Avatar(
        String id, int width, int height, double fps, List<BaseFrame> frames, Map<Viseme, MouthPatch> patches) {

    public Avatar {
        frames = List.copyOf(frames);
        patches = new EnumMap<>(patches);
        if (frames.isEmpty() || patches.size() != Viseme.values().length || !(fps > 0)) {
            throw new IllegalArgumentException(
                    "%d frames at %s fps and %d patches make no avatar".formatted(frames.size(), fps, patches.size()));
        }
    }

    /** The frame a channel shows at its {@code number}-th tick. */
    public int indexOf(long number) {
        return Math.toIntExact(number % frames.size());
    }

    public MouthPatch patch(Viseme viseme) {
        MouthPatch patch = patches.get(viseme);
        if (patch == null) {
            throw new IllegalStateException("No patch for " + viseme);
        }
        return patch;
    }

    /** What its pictures take in memory. */
    public long bytesHeld() {
        long bytes = 0;
        for (BaseFrame frame : frames) {
            bytes += frame.bytesHeld();
        }
        for (MouthPatch patch : patches.values()) {
            bytes += patch.premultiplied().length;
        }
        return bytes;
    }
}

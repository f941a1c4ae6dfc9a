package avatar.faces.loop;

import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes the pictures of a loop without ever holding more than a part of the clip. */
public final class LoopRenderer {

    /** Pictures of a loop that runs backwards are held up to this size; then the clip is read again. */
    private static final long BYTES_HELD = 256_000_000;

    private LoopRenderer() {}

    /**
     * Produces one picture for each frame of the plan, in order.
     *
     * @param source of the plan; read once if the loop runs forwards
     */
    public static void render(Clip source, LoopPlan plan, Consumer<BgrImage> out) {
        long pictureBytes = 3L * source.width() * source.height();
        render(source, plan, (int) Math.max(1, BYTES_HELD / pictureBytes), out);
    }

    static void render(Clip source, LoopPlan plan, int mostHeld, Consumer<BgrImage> out) {
        List<LoopFrame> rest = plan.frames();
        while (!rest.isEmpty()) {
            int length = isBackwards(rest, 1) ? Math.min(mostHeld, run(rest)) : run(rest);
            List<LoopFrame> frames = rest.subList(0, length);
            if (isBackwards(rest, 1)) {
                backwards(source, frames, out);
            } else {
                Forwards pictures = new Forwards(frames, out);
                source.forEach(pictures);
                pictures.requireAll();
            }
            rest = rest.subList(length, rest.size());
        }
    }

    /** Number of frames before the direction changes. */
    private static int run(List<LoopFrame> frames) {
        int length = 1;
        while (length < frames.size() && isBackwards(frames, length) == isBackwards(frames, 1)) {
            length++;
        }
        return length;
    }

    private static boolean isBackwards(List<LoopFrame> frames, int index) {
        return index < frames.size()
                && frames.get(index).source() < frames.get(index - 1).source();
    }

    private static void backwards(Clip source, List<LoopFrame> frames, Consumer<BgrImage> out) {
        Set<Integer> wanted = frames.stream().map(LoopFrame::source).collect(Collectors.toSet());
        Map<Integer, BgrImage> held = new HashMap<>();
        source.forEach((index, picture) -> {
            if (wanted.contains(index)) {
                held.put(index, picture);
            }
        });
        frames.forEach(frame -> out.accept(Objects.requireNonNull(held.get(frame.source()))));
    }
}

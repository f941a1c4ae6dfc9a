package avatar.bench.live;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The idle frames of an avatar by the index of the base frame; their bytes never change. */
public final class IdleFrames {

    /** The first loop is incomplete; frames that were skipped in the second arrive in the third. */
    private static final int MAX_LOOPS = 4;

    private final Map<Integer, byte[]> jpegs = new HashMap<>();

    private IdleFrames() {}

    /** Watches a channel until every frame of its loop was seen idle, or as long as four loops take. */
    public static IdleFrames learn(FrameStream frames) {
        IdleFrames idle = new IdleFrames();
        int loops = 0;
        int before = -1;
        while (loops < MAX_LOOPS && !(loops > 0 && idle.isComplete())) {
            StreamedFrame frame = frames.next();
            if (frame.index() <= before) {
                loops++;
            }
            before = frame.index();
            idle.see(frame);
        }
        return idle;
    }

    int count() {
        return jpegs.size();
    }

    /** The idle frame of that index, unless it was never seen. */
    public byte @Nullable [] jpeg(int index) {
        return jpegs.get(index);
    }

    private void see(StreamedFrame frame) {
        if (frame.utteranceId() == null) {
            jpegs.put(frame.index(), frame.jpeg());
        }
    }

    /** The largest index is the last one only after a complete loop; {@code loops} counts the ends of loops seen. */
    private boolean isComplete() {
        int last = jpegs.keySet().stream().mapToInt(index -> index).max().orElse(-1);
        return jpegs.size() == last + 1;
    }
}

package avatar.faces.loop;

import avatar.contract.bundle.Similarity;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The pictures of a clip that make the loop. The first follows the last.
 *
 * @param mode that was applied, which differs from the requested one where that is impossible
 * @param frames at least one
 * @param reason for the mode and the points, a phrase for users
 */
public record LoopPlan(LoopMode mode, List<LoopFrame> frames, String reason) {

    public LoopPlan {
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("A loop needs at least one picture");
        }
    }

    /** The first picture of the clip that is in the loop. */
    public int in() {
        return frames.stream().mapToInt(LoopFrame::source).min().orElseThrow();
    }

    /** The picture of the clip after the last that is in the loop. */
    public int out() {
        return frames.stream().mapToInt(LoopFrame::source).max().orElseThrow() + 1;
    }

    /** Number of mixed pictures. */
    public int seamFrames() {
        return Math.toIntExact(frames.stream().filter(LoopFrame::isMixed).count());
    }

    /** The first place in the loop of an unmixed picture of the clip; empty if there is none. */
    public OptionalInt indexOf(int source) {
        return IntStream.range(0, frames.size())
                .filter(i -> frames.get(i).source() == source && !frames.get(i).isMixed())
                .findFirst();
    }

    /**
     * The track of the loop from that of the clip.
     *
     * @param clip one similarity for each picture of the clip, all from the same reference
     * @return one for each picture of the loop; between two pictures a point lies between where it lies in each
     */
    public List<Similarity> track(List<Similarity> clip) {
        return frames.stream()
                .map(frame -> between(clip.get(frame.source()), clip.get(frame.other()), frame.mix()))
                .toList();
    }

    private static Similarity between(Similarity from, Similarity to, double mix) {
        return new Similarity(
                from.a() + mix * (to.a() - from.a()),
                from.b() + mix * (to.b() - from.b()),
                from.tx() + mix * (to.tx() - from.tx()),
                from.ty() + mix * (to.ty() - from.ty()));
    }
}

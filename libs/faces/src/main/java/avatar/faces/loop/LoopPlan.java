package avatar.faces.loop;

import avatar.contract.bundle.Similarity;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which pictures of a clip make the loop. The last is followed by the first.
 *
 * @param mode what was done, which is not what was wanted where that can't be
 * @param frames at least one
 * @param reason for the mode and the points, a phrase for people
 */
public record LoopPlan(LoopMode mode, List<LoopFrame> frames, String reason) {

    public LoopPlan {
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("A loop needs a picture");
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

    /** How many pictures are mixed. */
    public int seamFrames() {
        return Math.toIntExact(frames.stream().filter(LoopFrame::isMixed).count());
    }

    /** Where in the loop a picture of the clip is seen first as it is; empty if it is not. */
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

package avatar.faces.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Chooses the pictures of a loop. */
public final class LoopPlanner {

    /**
     * A step from the last picture to the first of at most this many times the neighbouring steps is an ordinary step.
     */
    private static final double SEAMLESS = 1.5;

    /** The step may not be larger than this either, in ordinary steps. */
    private static final double LARGEST_STEP = 3;

    /** A head that reverses at the seam by more than this, in ordinary steps, bounces visibly. */
    private static final double BOUNCE = 1;

    private LoopPlanner() {}

    /**
     * A loop of a clip.
     *
     * @param clip after it saw all pictures; two at least
     * @param head of as many pictures
     * @param mustContain a picture that the loop contains unmixed
     */
    public static LoopPlan plan(LoopMode mode, ClipFeatures clip, HeadPath head, OptionalInt mustContain, double fps) {
        if (head.pose().size() != clip.count()) {
            throw new IllegalArgumentException("Expected the head in every picture: found %d heads, %d pictures"
                    .formatted(head.pose().size(), clip.count()));
        }
        return switch (mode) {
            case CUT -> cut(clip.count(), "as wanted");
            case PINGPONG -> pingPong(clip.count(), "as wanted");
            case CROSSFADE -> crossfade(new Unlikeness(clip, head), mustContain, fps);
        };
    }

    private static LoopPlan crossfade(Unlikeness unlikeness, OptionalInt mustContain, double fps) {
        int count = unlikeness.count();
        if (isSeamless(unlikeness)) {
            return cut(count, "it loops by itself");
        }
        Optional<LoopSeam> seam = new SeamSearch(unlikeness, mustContain, fps).best();
        return seam.map(found -> dissolve(found, count))
                .orElseGet(() -> pingPong(count, "%d pictures are too few for a dissolve".formatted(count)));
    }

    private static boolean isSeamless(Unlikeness unlikeness) {
        int last = unlikeness.count() - 1;
        double beside = Math.max(unlikeness.most(last - 1, last), unlikeness.most(0, 1));
        return unlikeness.most(last, 0) <= Math.min(LARGEST_STEP, SEAMLESS * Math.max(1, beside))
                && unlikeness.turn(last, 0) <= BOUNCE;
    }

    private static LoopPlan cut(int count, String reason) {
        List<LoopFrame> frames =
                IntStream.range(0, count).mapToObj(LoopFrame::plain).toList();
        return new LoopPlan(LoopMode.CUT, frames, reason);
    }

    private static LoopPlan pingPong(int count, String reason) {
        IntStream there = IntStream.range(0, count);
        IntStream back = IntStream.iterate(count - 2, i -> i > 0, i -> i - 1);
        List<LoopFrame> frames =
                IntStream.concat(there, back).mapToObj(LoopFrame::plain).toList();
        return new LoopPlan(LoopMode.PINGPONG, frames, reason);
    }

    private static LoopPlan dissolve(LoopSeam seam, int count) {
        List<LoopFrame> frames = new ArrayList<>();
        int plain = seam.loopLength() - seam.length();
        for (int i = 0; i < plain; i++) {
            frames.add(LoopFrame.plain(seam.in() + i));
        }
        for (int i = 0; i < seam.length(); i++) {
            int source = Math.min(count - 1, seam.in() + plain + i);
            int other = Math.max(0, seam.in() - seam.length() + i);
            frames.add(new LoopFrame(source, other, LoopSeam.mix(i, seam.length())));
        }
        return new LoopPlan(
                LoopMode.CROSSFADE,
                frames,
                String.format(Locale.ROOT, "no step of the seam should exceed %.1f ordinary steps", seam.step()));
    }
}

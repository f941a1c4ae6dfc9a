package avatar.faces.loop;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Searches for the least visible seam, after "Video Textures" (Schödl et al., 2000): it compares not two pictures but
 * two stretches of pictures, so that movements continue in the same direction.
 */
final class SeamSearch {

    /** Shorter seams look like a jerk, longer ones like wax. */
    private static final double[] SEAM_SECONDS = {0.3, 0.4, 0.5, 0.6};

    /** A loop uses at least this part of the clip, or lasts at least this long. */
    private static final double LEAST_SHARE = 0.6;

    private static final double LEAST_SECONDS = 3;

    /** The cost of losing the whole clip, and of mixing for a second, in ordinary steps. */
    private static final double PRICE_OF_CLIP = 1;

    private static final double PRICE_OF_SECOND = 1;

    private final Unlikeness unlikeness;
    private final OptionalInt mustContain;
    private final double fps;
    private final double[] steps;

    SeamSearch(Unlikeness unlikeness, OptionalInt mustContain, double fps) {
        this.unlikeness = unlikeness;
        this.mustContain = mustContain;
        this.fps = fps;
        this.steps = IntStream.range(0, unlikeness.count())
                .mapToDouble(i -> i == 0 ? 0 : unlikeness.between(i - 1, i))
                .toArray();
    }

    /** The best seam, empty if the clip is too short for any. */
    Optional<LoopSeam> best() {
        int[] lengths = DoubleStream.of(SEAM_SECONDS).mapToInt(this::frames).toArray();
        return IntStream.range(shortest(), unlikeness.count())
                .parallel()
                .boxed()
                .flatMap(lag -> atLag(lag, lengths))
                .min(Comparator.comparingDouble(this::cost))
                .or(this::bestAtAnEnd);
    }

    private int shortest() {
        return (int) Math.ceil(Math.min(LEAST_SHARE * unlikeness.count(), LEAST_SECONDS * fps));
    }

    private int frames(double seconds) {
        return (int) Math.max(1, Math.round(seconds * fps));
    }

    /** The best seam of each length among those for loops of {@code lag} pictures. */
    private Stream<LoopSeam> atLag(int lag, int[] lengths) {
        double[] apart = IntStream.range(0, unlikeness.count() - lag)
                .mapToDouble(i -> unlikeness.between(i, i + lag))
                .toArray();
        return IntStream.of(lengths)
                .filter(length -> length < lag)
                .boxed()
                .flatMap(length -> IntStream.rangeClosed(length, apart.length)
                        .mapToObj(in -> seam(in, in + lag, length, i -> apart[in - length + i]))
                        .filter(this::isAllowed)
                        .min(Comparator.comparingDouble(LoopSeam::step))
                        .stream());
    }

    private boolean isAllowed(LoopSeam seam) {
        return mustContain.isEmpty() || seam.leavesAlone(mustContain.getAsInt());
    }

    /**
     * The best seam for a loop that must contain a picture so near to an end of the clip that there are too few before
     * or after it to mix: the first or the last picture replaces those.
     */
    private Optional<LoopSeam> bestAtAnEnd() {
        int length = frames(SEAM_SECONDS[0]);
        int count = unlikeness.count();
        if (mustContain.isEmpty() || count < shortest() + 2 * length) {
            return Optional.empty();
        }
        int lastIn = Math.min(mustContain.getAsInt(), length);
        int lastOut = Math.max(count, mustContain.getAsInt() + 1 + length);
        return IntStream.rangeClosed(0, lastIn)
                .boxed()
                .flatMap(in -> IntStream.rangeClosed(in + shortest(), lastOut)
                        .mapToObj(out -> seam(in, out, length, i -> heldApart(in - length + i, out - length + i))))
                .filter(this::isAllowed)
                .min(Comparator.comparingDouble(this::cost));
    }

    private double heldApart(int one, int other) {
        return unlikeness.between(Math.max(0, one), Math.min(unlikeness.count() - 1, other));
    }

    /** @param apart the difference of the two pictures that are mixed into each picture of the seam, from 0 */
    private LoopSeam seam(int in, int out, int length, IntToDoubleFunction apart) {
        double largest = 0;
        for (int i = 0; i <= length; i++) {
            double mix = LoopSeam.mix(i, length);
            double moved = (1 - mix) * step(out - length + i) + mix * step(in - length + i);
            double turned = (mix - LoopSeam.mix(i - 1, length)) * apart.applyAsDouble(Math.min(i, length - 1));
            largest = Math.max(largest, moved + turned);
        }
        return new LoopSeam(in, out, length, largest);
    }

    private double step(int picture) {
        return picture < 0 || picture >= steps.length ? 0 : steps[picture];
    }

    private double cost(LoopSeam seam) {
        double lost = 1 - (double) seam.loopLength() / unlikeness.count();
        return seam.step() + PRICE_OF_CLIP * lost + PRICE_OF_SECOND * seam.length() / fps;
    }
}

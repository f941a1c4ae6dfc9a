package avatar.pictures.frame;

import avatar.contract.bundle.LipShapes;
import avatar.contract.bundle.Opening;
import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Lips.Share;
import avatar.contract.viseme.Viseme;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the picture of a mouth on its way from one place to another. It is always a single one: two mixed are two
 * pairs of lips.
 *
 * <p>A shape is all its moves in one vector. Lips that have come by shares p of shapes P, and go straight to shares
 * q of shapes Q, are at (1 - w) sum(p P) + w sum(q Q), where w is the weight of the pose. Shown is the picture
 * whose lips are nearest to that: one of the shapes in one of its openings, or the shut mouth; not a shape of less
 * than half the share of the one beside it, which would flicker: that one only pulls. The lips of an opening are a
 * share a of those of its viseme R, so that their squared distance is, but for what all pictures have in common,
 *
 * <pre>
 * a² R·R - 2 a ((1 - w) sum(p P·R) + w sum(q Q·R))
 * </pre>
 *
 * <p>The products of shapes do not depend on w: they are a table of 22 x 22, made once for an avatar. From a shut P
 * to an open Q, that gives
 *
 * <pre>
 * w        0 ..  1/6 ..  1/2  ..  5/6 .. 1
 * picture    P    Q 1/3   Q 2/3    Q
 * </pre>
 *
 * <p>The lips of the base video's own mouth are unknown. They are covered by the shut mouth, which fades in over the
 * first half of the way and opens in the second: no two mouths are ever seen through each other, but for two that
 * are shut.
 */
public final class Passage {

    /** The first of equally near ones is seen: shapes that differ in nothing are held all the way. */
    private static final List<Opening> WIDEST_FIRST = List.of(Opening.FULL, Opening.TWO_THIRDS, Opening.THIRD);

    private static final Lips SILENT = Lips.of(Viseme.SIL);

    private record Pair(Viseme one, Viseme other) {}

    private final Map<Pair, Double> products = new HashMap<>();

    public Passage(LipShapes lips) {
        for (Viseme one : Viseme.values()) {
            for (Viseme other : Viseme.values()) {
                products.put(new Pair(one, other), product(lips.moves(one), lips.moves(other)));
            }
        }
    }

    /**
     * The picture that is seen of a pose.
     *
     * @throws IllegalArgumentException if the pose has no lips at all
     */
    public MouthPicture at(MouthPose pose) {
        Lips from = pose.from();
        Lips to = pose.to();
        double weight = pose.weight();
        if (from == null) {
            return fading(to, weight);
        }
        if (to == null) {
            return fading(from, 1 - weight);
        }
        return between(from, to, weight);
    }

    private MouthPicture fading(@Nullable Lips lips, double share) {
        if (lips == null) {
            throw new IllegalArgumentException("The base video's own mouth has no picture");
        }
        if (lips.equals(Lips.SHUT)) {
            return new MouthPicture(Viseme.M, Opening.FULL, share);
        }
        return share < 0.5
                ? new MouthPicture(Viseme.SIL, Opening.FULL, 2 * share)
                : between(SILENT, lips, 2 * share - 1);
    }

    private MouthPicture between(Lips from, Lips to, double weight) {
        if (weight == 1 || from.equals(to)) {
            return nearest(to, to, 1);
        }
        return weight == 0 ? nearest(from, from, 1) : nearest(from, to, weight);
    }

    private MouthPicture nearest(Lips from, Lips to, double weight) {
        ToDoubleFunction<MouthPicture> distance = picture -> {
            double share = picture.opening().share();
            Viseme viseme = picture.viseme();
            double wanted = (1 - weight) * product(from, viseme) + weight * product(to, viseme);
            return share * share * product(viseme, viseme) - 2 * share * wanted;
        };
        return Stream.of(pictures(from), pictures(to), Stream.of(MouthPicture.of(Viseme.SIL, Opening.FULL)))
                .flatMap(pictures -> pictures)
                .min(Comparator.comparingDouble(distance))
                .orElseThrow();
    }

    private static Stream<MouthPicture> pictures(Lips lips) {
        double least = lips.weight(lips.main()) / 2;
        return lips.shares().stream()
                .filter(share -> share.weight() >= least)
                .flatMap(share -> WIDEST_FIRST.stream().map(opening -> MouthPicture.of(share.viseme(), opening)));
    }

    private double product(Lips lips, Viseme viseme) {
        double sum = 0;
        for (Share share : lips.shares()) {
            sum += share.weight() * product(share.viseme(), viseme);
        }
        return sum;
    }

    private double product(Viseme one, Viseme other) {
        return Objects.requireNonNull(products.get(new Pair(one, other)));
    }

    private static double product(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
    }
}

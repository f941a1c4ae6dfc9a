package avatar.compositor.render;

import avatar.contract.bundle.LipShapes;
import avatar.contract.bundle.Opening;
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
 * Chooses the picture of a mouth on its way from one viseme to another. It is always a single one: two mixed are two pairs of
 * lips.
 *
 * <p>Lips that went straight from P to Q would have come to (1 - w) P + w Q, where a shape is all its moves in one vector and w
 * the weight of the pose. Seen is the picture whose lips are nearest to that: P or Q in one of their openings, or the shut
 * mouth. The lips of an opening are a share a of those of its viseme R, so that their squared distance is, but for what all
 * pictures have in common,
 *
 * <pre>
 * a² R·R - 2 a ((1 - w) P·R + w Q·R)
 * </pre>
 *
 * <p>The products do not depend on w: they are a table of 22 x 22, made once for an avatar. From a shut P to an open Q,
 * that gives
 *
 * <pre>
 * w        0 ..  1/6 ..  1/2  ..  5/6 .. 1
 * picture    P    Q 1/3   Q 2/3    Q
 * </pre>
 *
 * <p>Where the lips of the base video's own mouth are, nobody knows; it counts as shut, and a picture fades in over it, or out,
 * with w.
 */
final class Passage {

    /** The first of equally near ones is seen: shapes that differ in nothing are held all the way. */
    private static final List<Opening> WIDEST_FIRST = List.of(Opening.FULL, Opening.TWO_THIRDS, Opening.THIRD);

    private static final MouthPicture SHUT = MouthPicture.of(Viseme.SIL, Opening.FULL);

    private record Pair(Viseme one, Viseme other) {}

    private final Map<Pair, Double> products = new HashMap<>();

    Passage(LipShapes lips) {
        for (Viseme one : Viseme.values()) {
            for (Viseme other : Viseme.values()) {
                products.put(new Pair(one, other), product(lips.moves(one), lips.moves(other)));
            }
        }
    }

    /** @throws IllegalArgumentException if the pose has no viseme at all */
    MouthPicture at(MouthPose pose) {
        Viseme from = pose.from();
        Viseme to = pose.to();
        double weight = pose.weight();
        if (from == null) {
            return fading(to, weight);
        }
        if (to == null) {
            return fading(from, 1 - weight);
        }
        if (from == to || weight == 1) {
            return MouthPicture.of(to, Opening.FULL);
        }
        return weight == 0 ? MouthPicture.of(from, Opening.FULL) : nearest(from, to, weight);
    }

    private static MouthPicture fading(@Nullable Viseme viseme, double share) {
        if (viseme == null) {
            throw new IllegalArgumentException("The base video's own mouth has no picture");
        }
        Opening nearest = Opening.THIRD;
        for (Opening opening : Opening.values()) {
            if (Math.abs(opening.share() - share) < Math.abs(nearest.share() - share)) {
                nearest = opening;
            }
        }
        return new MouthPicture(viseme, nearest, share);
    }

    private MouthPicture nearest(Viseme from, Viseme to, double weight) {
        ToDoubleFunction<MouthPicture> distance = picture -> {
            double share = picture.opening().share();
            Viseme viseme = picture.viseme();
            double wanted = (1 - weight) * product(from, viseme) + weight * product(to, viseme);
            return share * share * product(viseme, viseme) - 2 * share * wanted;
        };
        return Stream.of(openings(from), openings(to), Stream.of(SHUT))
                .flatMap(pictures -> pictures)
                .min(Comparator.comparingDouble(distance))
                .orElseThrow();
    }

    private static Stream<MouthPicture> openings(Viseme viseme) {
        return WIDEST_FIRST.stream().map(opening -> MouthPicture.of(viseme, opening));
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

package avatar.contract.bundle;

import avatar.contract.viseme.Viseme;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The displacement of the lips from the shut mouth for every viseme ({@code visemes/lips.json}), from which the
 * similarity of patches follows.
 *
 * @param moves of every viseme at {@link Opening#FULL}: one (x, y) for each point of the lips, the same points in the
 *     same order for all, in any common unit; at another opening the moves are {@link Opening#share} of these
 */
public record LipShapes(int version, Map<Viseme, List<List<Double>>> moves) {

    public static final int VERSION = 1;

    /**
     * @throws IllegalArgumentException naming a viseme that is missing, has a missing point or a value that is not a
     *     number
     */
    public LipShapes {
        Map<Viseme, List<List<Double>>> copies = new EnumMap<>(Viseme.class);
        for (Viseme viseme : Viseme.values()) {
            copies.put(viseme, points(viseme, moves.get(viseme)));
        }
        int count = copies.values().iterator().next().size();
        copies.forEach((viseme, points) ->
                require(points.size() == count, viseme, "%d points, others have %d".formatted(points.size(), count)));
        // Sorted as in the inventory, so that the file's content is reproducible.
        moves = Collections.unmodifiableMap(copies);
    }

    /** The moves of one viseme: x and y alternating, point by point. */
    public double[] moves(Viseme viseme) {
        List<List<Double>> points = moves.get(viseme);
        if (points == null) {
            throw new IllegalStateException("No moves for " + viseme);
        }
        return points.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static List<List<Double>> points(Viseme viseme, @Nullable List<List<Double>> points) {
        if (points == null || points.isEmpty()) {
            throw new IllegalArgumentException("The lips of %s have no points".formatted(viseme.label()));
        }
        for (List<Double> point : points) {
            require(isPoint(point), viseme, point + " instead of a point");
        }
        return points.stream().map(List::copyOf).toList();
    }

    private static boolean isPoint(@Nullable List<Double> point) {
        return point != null
                && point.size() == 2
                && point.stream().allMatch(value -> value != null && Double.isFinite(value));
    }

    private static void require(boolean holds, Viseme viseme, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("The lips of %s have %s".formatted(viseme.label(), otherwise));
        }
    }
}

package avatar.lips.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes shapes that would only flicker, in favour of their neighbours: every sound keeps its cue, but the drawn lips
 * change less often.
 *
 * <p>Rhubarb's shapes last 70 ms at least ({@code timingOptimization}); with 120 ms the makers of HeadAudio reduced 13
 * changes a second to 7, and found it much better. 95 ms become three frames at 30 fps with the extension by {@link
 * ShowingTime}. Of two merged shapes, the one with more dominance x time (Cohen and Massaro) is drawn, with a small
 * share of the other.
 */
final class MinimumHold {

    private static final long SHORTEST = 95_000_000;

    private final List<List<Gesture>> shapes = new ArrayList<>();

    private MinimumHold(List<Gesture> gestures) {
        gestures.forEach(this::add);
    }

    static List<Gesture> apply(List<Gesture> gestures) {
        MinimumHold hold = new MinimumHold(gestures);
        Integer shortest = hold.shortest();
        while (shortest != null) {
            hold.giveAway(shortest);
            shortest = hold.shortest();
        }
        return hold.shapes.stream().flatMap(List::stream).toList();
    }

    private void add(Gesture gesture) {
        if (shapes.isEmpty() || !isOneShape(shapes.getLast().getLast(), gesture)) {
            shapes.add(new ArrayList<>());
        }
        shapes.getLast().add(gesture);
    }

    private static boolean isOneShape(Gesture one, Gesture other) {
        return one.isYielding()
                && other.isYielding()
                && one.lips().main() == other.lips().main();
    }

    /** The shortest of the shapes that are too short and have a neighbour to merge with. */
    private @Nullable Integer shortest() {
        Integer shortest = null;
        for (int index = 0; index < shapes.size(); index++) {
            if (length(shapes.get(index)) < SHORTEST
                    && neighbour(index) != null
                    && (shortest == null || length(shapes.get(index)) < length(shapes.get(shortest)))) {
                shortest = index;
            }
        }
        return shortest;
    }

    /** The neighbour that looks most similar. */
    private @Nullable Integer neighbour(int index) {
        List<Gesture> shape = shapes.get(index);
        return List.of(index - 1, index + 1).stream()
                .filter(beside -> beside >= 0 && beside < shapes.size())
                .filter(beside -> shape.getFirst().isYielding()
                        && shapes.get(beside).getFirst().isYielding())
                .min(Comparator.comparingDouble(beside -> shape.getFirst()
                        .shape()
                        .distance(shapes.get(beside).getFirst().shape())))
                .orElse(null);
    }

    private void giveAway(int index) {
        Integer beside = neighbour(index);
        if (beside == null) {
            throw new IllegalStateException("A shape without neighbours was chosen");
        }
        List<Gesture> earlier = shapes.remove(Math.min(index, beside));
        List<Gesture> later = shapes.remove(Math.min(index, beside));
        boolean isEarlierStronger = strength(earlier) >= strength(later);
        Gesture winner = widest(isEarlierStronger ? earlier : later);
        List<Gesture> joined = new ArrayList<>();
        earlier.forEach(gesture -> joined.add(isEarlierStronger ? gesture : gesture.through(winner)));
        later.forEach(gesture -> joined.add(isEarlierStronger ? gesture.through(winner) : gesture));
        shapes.add(Math.min(index, beside), joined);
    }

    private static Gesture widest(List<Gesture> shape) {
        return shape.stream()
                .max(Comparator.comparingDouble(
                        gesture -> gesture.lips().weight(gesture.lips().main())))
                .orElseThrow();
    }

    private static long length(List<Gesture> shape) {
        return shape.getLast().end() - shape.getFirst().start();
    }

    private static double strength(List<Gesture> shape) {
        return length(shape) * shape.getFirst().shape().dominance();
    }
}

package avatar.contract.viseme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * A position of the lips: a blend of rest and the shapes of one or two visemes.
 *
 * @param shares one or two, of different visemes; the remainder of their weights to 1 is the lips at rest
 */
public record Lips(@JsonValue List<Share> shares) {

    /** Shut lips, as in silence. */
    public static final Lips SHUT = of(Viseme.M);

    private static final double ROUNDING = 1e-9;

    /**
     * The share of one viseme in a position of the lips.
     *
     * @param weight 0 is rest, 1 the full shape; in (0, 1]
     */
    public record Share(Viseme viseme, double weight) {

        public Share {
            if (!(weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException(
                        "The weight of %s must be in (0, 1], not %s".formatted(viseme.label(), weight));
            }
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Lips {
        shares = List.copyOf(shares);
        double sum = shares.stream().mapToDouble(Share::weight).sum();
        long visemes = shares.stream().map(Share::viseme).distinct().count();
        if (shares.isEmpty() || shares.size() > 2 || visemes < shares.size() || sum > 1 + ROUNDING) {
            throw new IllegalArgumentException(
                    "Lips are one or two different visemes with weights of 1 in all, not " + shares);
        }
    }

    /** The full shape of a viseme. */
    public static Lips of(Viseme viseme) {
        return of(viseme, 1);
    }

    public static Lips of(Viseme viseme, double weight) {
        return new Lips(List.of(new Share(viseme, weight)));
    }

    /** The weight of a viseme, 0..1. */
    public double weight(Viseme viseme) {
        return shares.stream()
                .filter(share -> share.viseme() == viseme)
                .mapToDouble(Share::weight)
                .sum();
    }

    /** The viseme with the greatest weight. */
    public Viseme main() {
        Share first = shares.getFirst();
        Share last = shares.getLast();
        return last.weight() > first.weight() ? last.viseme() : first.viseme();
    }
}

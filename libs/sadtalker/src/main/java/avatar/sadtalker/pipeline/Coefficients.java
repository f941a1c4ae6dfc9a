package avatar.sadtalker.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The coefficients of the face model for a face in one picture.
 *
 * @param expression 64 numbers, whose meaning is internal to the networks
 * @param pose 6 numbers: turn about three axes, place along them
 * @param place 3 numbers: how the picture was scaled and shifted for the model
 */
public record Coefficients(List<Float> expression, List<Float> pose, List<Float> place) {

    static final int EXPRESSION = 64;
    static final int POSE = 6;

    /** All three, which the mapping network for whole pictures takes. */
    static final int WITH_PLACE = 73;

    /** Without the place, which the mapping network for cut out faces takes. */
    static final int WITHOUT_PLACE = 70;

    public Coefficients {
        expression = List.copyOf(expression);
        pose = List.copyOf(pose);
        place = List.copyOf(place);
        if (expression.size() != EXPRESSION || pose.size() != POSE || place.size() != WITH_PLACE - WITHOUT_PLACE) {
            throw new IllegalArgumentException("Invalid face: expected 64, 6 and 3 coefficients, found %d, %d and %d"
                    .formatted(expression.size(), pose.size(), place.size()));
        }
    }

    /** The same head with another expression, times {@code scale}. */
    public Coefficients with(List<Float> newExpression, double scale) {
        return new Coefficients(
                newExpression.stream().map(value -> (float) (value * scale)).toList(), pose, place);
    }

    public Coefficients withPose(List<Float> newPose) {
        return new Coefficients(expression, newPose, place);
    }

    /** With an expression interpolated towards the other's by {@code share}; the rest stays. */
    public Coefficients towards(Coefficients other, double share) {
        List<Float> between = new ArrayList<>();
        for (int i = 0; i < EXPRESSION; i++) {
            between.add((float) (expression.get(i) + share * (other.expression.get(i) - expression.get(i))));
        }
        return new Coefficients(between, pose, place);
    }

    /** The lists, concatenated. */
    float[] row(int count) {
        float[] row = new float[count];
        int i = 0;
        for (List<Float> part : List.of(expression, pose, place)) {
            for (float value : part) {
                if (i < count) {
                    row[i++] = value;
                }
            }
        }
        return row;
    }

    static List<Float> part(float[] values, int from, int count) {
        List<Float> part = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            part.add(values[i]);
        }
        return Collections.unmodifiableList(part);
    }
}

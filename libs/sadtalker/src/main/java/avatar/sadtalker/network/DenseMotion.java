package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Estimates dense motion: the source in the photo of each place of the new picture, and its occlusion. */
final class DenseMotion {

    /** Variance of the bells around key points. */
    private static final double VARIANCE = 0.01;

    /** Minimum weight of a candidate. */
    private static final double LEAST_SAY = 1e-3;

    private static final Convolution WIDE = Convolution.of(7);

    /**
     * The estimated motion.
     *
     * @param deformation (1, D, H, W, 3)
     * @param occlusion (1, 1, H, W)
     */
    record Motion(Value deformation, Value occlusion) {}

    private final Layers layers;
    private final Operators operators;
    private final Weights weights;

    DenseMotion(Layers layers, Weights weights) {
        this.layers = layers;
        this.operators = layers.operators();
        this.weights = weights;
    }

    /** The photo's features in the few channels that candidates are compared in. */
    Value compressed(Value features) {
        return operators.relu(
                layers.convolution(features, weights.at("compress"), weights.at("norm"), Convolution.of(1)));
    }

    /**
     * Estimates it.
     *
     * @param compressed (1, C, D, H, W)
     * @param driving key points of the new picture, (1, K, 3)
     * @param source key points of the photo
     */
    Motion of(Value compressed, Value driving, Value source) {
        int candidates = driving.at(1) + 1;
        int depth = compressed.at(2);
        Shape plane = Shape.of(1, depth, compressed.at(3), compressed.at(4), 3);
        Coordinates coordinates = new Coordinates(layers, compressed);
        Value grid = operators.reshape(coordinates.grid(), plane);
        Value shifts = operators.concat(
                1, layers.graph().floats(Shape.of(1, 1, 3), 0, 0, 0), operators.subtract(source, driving));

        Value moved = moved(compressed, grid, shifts, candidates);
        Value bells = operators.subtract(coordinates.bells(driving, VARIANCE), coordinates.bells(source, VARIANCE));
        Value none = operators.expand(
                layers.graph().floats(Shape.of(1), 0), bells.shape().with(0, 1));
        Value seen = operators.concat(
                1,
                operators.reshape(
                        operators.concat(0, none, bells), moved.shape().with(1, 1)),
                moved);
        Value features = hourglass(operators.reshape(seen, compressed.shape().with(1, candidates * seen.at(1))));
        return new Motion(deformation(features, grid, shifts, candidates), occlusion(features));
    }

    /** The photo's features warped by each candidate: (K + 1, C, D, H, W). */
    private Value moved(Value compressed, Value grid, Value shifts, int candidates) {
        Shape volume = compressed.shape();
        Value places = operators.add(grid, operators.reshape(shifts, Shape.of(candidates, 1, 1, 1, 3)));
        // One volume behind the other, so that the photo's is read without being repeated.
        Value stacked =
                operators.reshape(places, Shape.of(1, candidates * volume.at(2), volume.at(3), volume.at(4), 3));
        Value sampled = operators.reshape(
                operators.sampled(compressed, stacked),
                Shape.of(volume.at(1), candidates, volume.at(2), volume.at(3), volume.at(4)));
        return operators.transpose(sampled, 1, 0, 2, 3, 4);
    }

    private Value deformation(Value features, Value grid, Value shifts, int candidates) {
        Value scores = layers.convolution(features, weights.at("mask"), WIDE);
        if (scores.at(1) != candidates) {
            throw weights.invalid("judges %d candidates of a movement, expected one more than there are key points, %d"
                    .formatted(scores.at(1), candidates));
        }
        Value says = operators.zeroBelow(operators.softmax(scores, 1), LEAST_SAY);
        int cells = (int) scores.shape().elements() / candidates;
        Value shift = operators.matrixProduct(
                operators.transpose(operators.reshape(says, Shape.of(candidates, cells)), 1, 0),
                operators.reshape(shifts, Shape.of(candidates, 3)));
        Value all = operators.reshape(operators.sum(says, 1), grid.shape().with(4, 1));
        return operators.add(operators.multiply(grid, all), operators.reshape(shift, grid.shape()));
    }

    private Value occlusion(Value features) {
        Value flat = operators.reshape(
                features, Shape.of(1, features.at(1) * features.at(2), features.at(3), features.at(4)));
        return operators.sigmoid(layers.convolution(flat, weights.at("occlusion"), WIDE));
    }

    private Value hourglass(Value x) {
        Blocks blocks = new Blocks(layers);
        Weights encoder = weights.at("hourglass.encoder.down_blocks");
        Weights decoder = weights.at("hourglass.decoder");
        List<Value> skipped = new ArrayList<>(List.of(x));
        for (int i = 0; encoder.has(i + ".conv.weight"); i++) {
            skipped.add(blocks.down(skipped.getLast(), encoder.at(String.valueOf(i))));
        }
        Value up = skipped.removeLast();
        for (int i = 0; !skipped.isEmpty(); i++) {
            up = operators.concat(1, blocks.up(up, decoder.at("up_blocks." + i)), skipped.removeLast());
        }
        return blocks.plain(up, decoder);
    }
}

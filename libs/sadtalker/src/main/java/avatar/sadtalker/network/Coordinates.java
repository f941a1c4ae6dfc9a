package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;

/**
 * The places of a volume of D x H x W cells: from -1, the middle of the first, to 1, the middle of the last. Three
 * short lists, from which grids are computed where they are needed.
 */
final class Coordinates {

    /** Far from its middle a bell has subnormal values, which are many times slower on processors. */
    private static final double NOTHING = 1e-20;

    private final Graph graph;
    private final Operators operators;
    private final int depth;
    private final int height;
    private final int width;

    /** @param volume (N, C, D, H, W) */
    Coordinates(Layers layers, Value volume) {
        this.graph = layers.graph();
        this.operators = layers.operators();
        this.depth = volume.at(2);
        this.height = volume.at(3);
        this.width = volume.at(4);
    }

    /** All places: (D, H, W, 3), x first. */
    Value grid() {
        Shape plane = Shape.of(depth, height, width, 1);
        return operators.concat(
                3,
                operators.expand(line(Shape.of(1, 1, width, 1), width), plane),
                operators.expand(line(Shape.of(1, height, 1, 1), height), plane),
                operators.expand(line(Shape.of(depth, 1, 1, 1), depth), plane));
    }

    /**
     * A bell around each point, 1 at its top, nothing where it is below 1e-20.
     *
     * @param points (1, K, 3)
     * @return (K, D, H, W)
     */
    Value bells(Value points, double variance) {
        int count = points.at(1);
        Value x = bell(points, 0, Shape.of(1, 1, 1, width), Shape.of(count, 1, 1, 1), variance);
        Value y = bell(points, 1, Shape.of(1, 1, height, 1), Shape.of(count, 1, 1, 1), variance);
        Value z = bell(points, 2, Shape.of(1, depth, 1, 1), Shape.of(count, 1, 1, 1), variance);
        return operators.zeroBelow(operators.multiply(z, operators.multiply(y, x)), NOTHING);
    }

    private Value bell(Value points, int axis, Shape along, Shape across, double variance) {
        Value middle = operators.reshape(operators.slice(points, 2, axis, axis + 1), across);
        Value distance = operators.subtract(line(along, (int) along.elements()), middle);
        return operators.exp(operators.times(operators.multiply(distance, distance), -0.5 / variance));
    }

    private Value line(Shape shape, int places) {
        float[] line = new float[places];
        for (int i = 0; i < places; i++) {
            line[i] = 2 * ((float) i / (places - 1)) - 1;
        }
        return graph.floats(shape, line);
    }
}

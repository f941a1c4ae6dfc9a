package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;

/** {@code kp_extractor}: from a photo to the places of its key points, as if the head looked straight ahead. */
final class KeypointNetwork {

    /** The photo is subsampled to every fourth pixel after a blur. */
    private static final int REDUCTION = 4;

    private static final int BLUR = 13;
    private static final double TEMPERATURE = 0.1;
    private static final int DEPTH = 16;

    private KeypointNetwork() {}

    /** @param side of the photo, in pixels */
    static Graph of(Weights weights, int side) {
        Graph graph = new Graph("kp_extractor");
        Layers layers = new Layers(graph);
        Operators operators = layers.operators();
        Value image = graph.input("image", Shape.of(1, 3, side, side));
        Value volume = volume(layers, image, weights);
        Value scores = layers.convolution(volume, weights.at("kp"), Convolution.of(3));
        int points = scores.at(1);
        int cells = (int) scores.shape().elements() / points;
        Value sharpened = operators.times(operators.reshape(scores, Shape.of(points, cells)), 1 / TEMPERATURE);
        Value chances = operators.softmax(sharpened, 1);
        Value places = operators.reshape(new Coordinates(layers, scores).grid(), Shape.of(cells, 3));
        graph.output("kp", operators.reshape(operators.matrixProduct(chances, places), Shape.of(1, points, 3)));
        return graph;
    }

    private static Value volume(Layers layers, Value image, Weights weights) {
        Blocks blocks = new Blocks(layers);
        Weights predictor = weights.at("predictor");
        Value x = layers.convolution(
                image,
                weights.at("down"),
                Convolution.of(BLUR).stride(REDUCTION).groups(3).unbiased());
        int halvings = 0;
        while (predictor.has("down_blocks.down%d.conv.weight".formatted(halvings))) {
            x = blocks.down(x, predictor.at("down_blocks.down" + halvings++));
        }
        x = layers.convolution(x, predictor.at("conv"), Convolution.of(1));
        if (x.at(1) % DEPTH != 0) {
            throw weights.invalid("has %d channels, which can't form a volume of depth %d".formatted(x.at(1), DEPTH));
        }
        x = layers.operators().reshape(x, Shape.of(1, x.at(1) / DEPTH, DEPTH, x.at(2), x.at(3)));
        for (int i = 0; i < halvings; i++) {
            x = blocks.up(x, predictor.at("up_blocks.up" + i));
        }
        return x;
    }
}

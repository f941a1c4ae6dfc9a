package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;

/** {@code audio2exp}: from the sound around each frame to the 64 coefficients of an expression. */
final class ExpressionNetwork {

    private static final int COEFFICIENTS = 64;

    private ExpressionNetwork() {}

    static Graph of(Weights weights) {
        Graph graph = new Graph("audio2exp");
        Layers layers = new Layers(graph);
        Operators operators = layers.operators();
        Value mel = graph.input("mel", AudioEncoder.MEL);
        Value ref = graph.input("ref", Shape.of(1, Shape.ANY, COEFFICIENTS));
        Value ratio = graph.input("ratio", Shape.of(1, Shape.ANY));

        Value known = operators.concat(
                1,
                AudioEncoder.of(layers, mel, weights.at("audio_encoder")),
                operators.reshape(ref, Shape.of(Shape.ANY, COEFFICIENTS)),
                operators.reshape(ratio, Shape.of(Shape.ANY, 1)));
        Value expressions = layers.linear(known, weights.at("mapping1"));
        if (expressions.at(1) != COEFFICIENTS) {
            throw weights.invalid("gives %d coefficients of an expression, expected 64".formatted(expressions.at(1)));
        }
        graph.output("exp", operators.reshape(expressions, Shape.of(1, Shape.ANY, COEFFICIENTS)));
        return graph;
    }
}

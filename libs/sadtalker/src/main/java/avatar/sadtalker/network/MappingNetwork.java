package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;
import java.util.List;

/** {@code mapping}: from 27 frames of coefficients to the head pose and expression of the frame in their middle. */
final class MappingNetwork {

    private static final int FRAMES = 27;
    private static final Convolution APART = Convolution.of(3).padding(0).dilation(3);

    private MappingNetwork() {}

    static Graph of(Weights weights) {
        Graph graph = new Graph("mapping");
        Layers layers = new Layers(graph);
        Operators operators = layers.operators();
        int coefficients =
                weights.take("first.0.weight", Shape.ANY, Shape.ANY, 7).shape().at(1);
        Value coeff = graph.input("coeff", Shape.of(Shape.ANY, coefficients, FRAMES));

        Value x = layers.convolution(
                coeff, weights.at("first.0"), Convolution.of(7).padding(0));
        for (int i = 0; weights.has("encoder%d.1.weight".formatted(i)); i++) {
            Value made = layers.convolution(operators.leakyRelu(x, 0.1), weights.at("encoder%d.1".formatted(i)), APART);
            x = operators.add(made, operators.slice(x, 2, 3, x.at(2) - 3));
        }
        Value mean = operators.mean(x, 2);
        for (String head : List.of("yaw", "pitch", "roll", "t", "exp")) {
            graph.output(head, layers.linear(mean, weights.at("fc_" + head)));
        }
        return graph;
    }
}

package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;

/**
 * {@code generator}: from a photo and two sets of key points to a picture; unsplit, or split where the photo's part
 * ends.
 */
final class GeneratorNetwork {

    private final Weights weights;
    private final int side;

    /** @param side of the photo and of the picture, in pixels */
    GeneratorNetwork(Weights weights, int side) {
        this.weights = weights;
        this.side = side;
    }

    /** The part that depends on the photo alone. */
    Graph photo() {
        Graph graph = new Graph("generator_photo");
        Layers layers = new Layers(graph);
        Photo photo = photo(layers);
        graph.output("features", photo.features());
        graph.output("compressed", photo.compressed());
        return graph;
    }

    /** The part for each expression. */
    Graph expression() {
        Photo shapes = photo(new Layers(new Graph("shapes")));
        Graph graph = new Graph("generator_expression");
        Layers layers = new Layers(graph);
        Photo photo = new Photo(
                graph.input("features", shapes.features().shape()),
                graph.input("compressed", shapes.compressed().shape()));
        picture(layers, photo);
        return graph;
    }

    /** Unsplit, exactly as in the reference. */
    Graph whole() {
        Graph graph = new Graph("generator");
        Layers layers = Layers.literal(graph);
        picture(layers, photo(layers));
        return graph;
    }

    private record Photo(Value features, Value compressed) {}

    private Photo photo(Layers layers) {
        Value features = PhotoFeatures.of(layers, layers.graph().input("source", Shape.of(1, 3, side, side)), weights);
        return new Photo(features, new DenseMotion(layers, dense()).compressed(features));
    }

    private void picture(Layers layers, Photo photo) {
        Graph graph = layers.graph();
        Operators operators = layers.operators();
        int points = dense().take("mask.weight", Shape.ANY, Shape.ANY, 7, 7, 7)
                        .shape()
                        .at(0)
                - 1;
        Value driving = graph.input("kp_driving", Shape.of(1, points, 3));
        Value source = graph.input("kp_source", Shape.of(1, points, 3));
        DenseMotion.Motion motion = new DenseMotion(layers, dense()).of(photo.compressed(), driving, source);

        Value moved = operators.sampled(photo.features(), motion.deformation());
        Value flat = operators.reshape(moved, Shape.of(1, moved.at(1) * moved.at(2), moved.at(3), moved.at(4)));
        Value x = operators.leakyRelu(
                layers.convolution(flat, weights.at("third.conv"), weights.at("third.norm"), Convolution.of(3)), 0.01);
        x = layers.convolution(x, weights.at("fourth"), Convolution.of(1));
        x = operators.multiply(x, motion.occlusion());
        graph.output("prediction", new SpadeDecoder(layers, weights.at("decoder")).of(x));
        graph.output("deformation", motion.deformation());
        graph.output("occlusion", motion.occlusion());
    }

    private Weights dense() {
        return weights.at("dense_motion_network");
    }
}

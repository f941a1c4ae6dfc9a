package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;

/** {@code face_3drecon}: from a picture of a face to the coefficients of a face model; a ResNet-50 and seven heads. */
final class FaceNetwork {

    private static final int SIDE = 224;
    private static final int[] BLOCKS = {3, 4, 6, 3};
    private static final int HEADS = 7;
    private static final Convolution POINT = Convolution.of(1).unbiased();

    private final Layers layers;
    private final Operators operators;

    private FaceNetwork(Layers layers) {
        this.layers = layers;
        this.operators = layers.operators();
    }

    static Graph of(Weights weights) {
        Graph graph = new Graph("face_3drecon");
        new FaceNetwork(new Layers(graph)).build(weights);
        return graph;
    }

    private void build(Weights weights) {
        Value image = layers.graph().input("image", Shape.of(Shape.ANY, 3, SIDE, SIDE));
        Value features = operators.mean(backbone(image, weights.at("backbone")), 2, 3);
        Value pixel = operators.reshape(features, Shape.of(Shape.ANY, features.at(1), 1, 1));
        Value[] heads = new Value[HEADS];
        for (int i = 0; i < HEADS; i++) {
            heads[i] = layers.convolution(pixel, weights.at("final_layers." + i), Convolution.of(1));
        }
        Value all = operators.concat(1, heads);
        layers.graph().output("coeff", operators.reshape(all, Shape.of(Shape.ANY, all.at(1))));
    }

    private Value backbone(Value image, Weights weights) {
        Value x = layers.convolution(
                image,
                weights.at("conv1"),
                weights.at("bn1"),
                Convolution.of(7).stride(2).unbiased());
        x = operators.largestOfNine(operators.relu(x));
        for (int stage = 0; stage < BLOCKS.length; stage++) {
            for (int block = 0; block < BLOCKS[stage]; block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                x = bottleneck(x, weights.at("layer%d.%d".formatted(stage + 1, block)), stride, block == 0);
            }
        }
        return x;
    }

    private Value bottleneck(Value x, Weights weights, int stride, boolean projected) {
        Value made = operators.relu(layers.convolution(x, weights.at("conv1"), weights.at("bn1"), POINT));
        made = operators.relu(layers.convolution(
                made,
                weights.at("conv2"),
                weights.at("bn2"),
                Convolution.of(3).stride(stride).unbiased()));
        made = layers.convolution(made, weights.at("conv3"), weights.at("bn3"), POINT);
        Value skipped = projected
                ? layers.convolution(x, weights.at("downsample.0"), weights.at("downsample.1"), POINT.stride(stride))
                : x;
        return operators.relu(operators.add(made, skipped));
    }
}

package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Value;

/** The blocks that several networks for pictures share; those of two dimensions and of three are alike. */
final class Blocks {

    private static final Convolution SAME = Convolution.of(3);

    private final Layers layers;

    Blocks(Layers layers) {
        this.layers = layers;
    }

    /** Convolution, norm, ReLU. */
    Value plain(Value x, Weights weights) {
        return layers.operators().relu(layers.convolution(x, weights.at("conv"), weights.at("norm"), SAME));
    }

    Value down(Value x, Weights weights) {
        return layers.operators().halved(plain(x, weights));
    }

    /** Twice as wide and high, then convolution, norm, ReLU. */
    Value up(Value x, Weights weights) {
        Affine affine = layers.affine(x, weights.at("conv"), "weight", SAME);
        Affine normed = affine.then(Norm.of(weights.at("norm"), affine.outputs()));
        return layers.enlarged(x, 2, normed, layers.operators()::relu);
    }

    /** Norm, ReLU, convolution, twice; added to the input. */
    Value residual(Value x, Weights weights) {
        Value made = layers.operators().relu(layers.norm(x, weights.at("norm1")));
        made = layers.operators().relu(layers.convolution(made, weights.at("conv1"), weights.at("norm2"), SAME));
        made = layers.convolution(made, weights.at("conv2"), SAME);
        return layers.operators().add(made, x);
    }
}

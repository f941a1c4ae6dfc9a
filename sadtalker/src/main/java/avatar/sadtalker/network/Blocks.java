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

    Value up(Value x, Weights weights) {
        return plain(layers.operators().doubled(x), weights);
    }

    /** Norm, ReLU, convolution, twice; added to what came in. */
    Value residual(Value x, Weights weights) {
        Value made = layers.operators().relu(layers.norm(x, weights.at("norm1")));
        made = layers.operators().relu(layers.convolution(made, weights.at("conv1"), weights.at("norm2"), SAME));
        made = layers.convolution(made, weights.at("conv2"), SAME);
        return layers.operators().add(made, x);
    }
}

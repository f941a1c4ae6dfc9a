package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;

/** The residual U-Net along time that smooths a pose. */
final class PoseUnet {

    private static final Convolution SAME = Convolution.of(3);
    private static final Convolution SHORTER = SAME.stride(2, 1);

    private final Layers layers;
    private final Operators operators;
    private final Weights weights;

    private PoseUnet(Layers layers, Weights weights) {
        this.layers = layers;
        this.operators = layers.operators();
        this.weights = weights;
    }

    /** @param x (1, 1, frames, 6); the result has the same shape */
    static Value of(Layers layers, Value x, Weights weights) {
        return new PoseUnet(layers, weights).of(x);
    }

    private Value of(Value x) {
        Value first = layers.convolution(x, weights.at("input_layer.0"), weights.at("input_layer.1"), SAME);
        Value whole = operators.add(
                layers.convolution(operators.relu(first), weights.at("input_layer.3"), SAME),
                layers.convolution(x, weights.at("input_skip.0"), SAME));
        Value half = residual(whole, "residual_conv_1", SHORTER);
        Value quarter = residual(half, "residual_conv_2", SHORTER);
        Value eighth = residual(quarter, "bridge", SHORTER);

        Value up = residual(joined(eighth, "upsample_1", quarter), "up_residual_conv1", SAME);
        up = residual(joined(up, "upsample_2", half), "up_residual_conv2", SAME);
        up = residual(joined(up, "upsample_3", whole), "up_residual_conv3", SAME);
        return operators.sigmoid(layers.convolution(up, weights.at("output_layer.0"), Convolution.of(1)));
    }

    private Value joined(Value x, String upsample, Value skipped) {
        return operators.concat(1, layers.stretched(x, weights.at(upsample + ".upsample")), skipped);
    }

    private Value residual(Value x, String name, Convolution first) {
        Weights block = weights.at(name + ".conv_block");
        Weights skip = weights.at(name + ".conv_skip");
        Value made = operators.relu(layers.norm(x, block.at("0")));
        made = operators.relu(layers.convolution(made, block.at("2"), block.at("3"), first));
        made = layers.convolution(made, block.at("5"), SAME);
        return operators.add(made, layers.convolution(x, skip.at("0"), skip.at("1"), first));
    }
}

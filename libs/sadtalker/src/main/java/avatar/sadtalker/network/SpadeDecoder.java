package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;

/** Decodes features to a picture by SPADE: scale and shift of each normalization depend on the place. */
final class SpadeDecoder {

    private static final double SLOPE = 0.2;
    private static final Convolution SAME = Convolution.of(3);

    private final Layers layers;
    private final Operators operators;
    private final Weights weights;

    SpadeDecoder(Layers layers, Weights weights) {
        this.layers = layers;
        this.operators = layers.operators();
        this.weights = weights;
    }

    /**
     * Adds this part to the graph.
     *
     * @param features (1, 256, side / 4, side / 4)
     * @return (1, 3, side, side), 0..1
     */
    Value of(Value features) {
        Value x = layers.convolution(features, weights.at("fc"), SAME);
        for (int i = 0; weights.has("G_middle_%d.conv_0.weight_orig".formatted(i)); i++) {
            x = block(x, features, 1, weights.at("G_middle_" + i));
        }
        for (int i = 0; i < 2; i++) {
            x = block(operators.doubled(x), features, 2 << i, weights.at("up_" + i));
        }
        Value rgb = layers.convolution(operators.leakyRelu(x, SLOPE), weights.at("conv_img"), SAME);
        return operators.sigmoid(rgb);
    }

    /** @param times ratio of the sizes of {@code x} and {@code shown} */
    private Value block(Value x, Value shown, int times, Weights block) {
        Value even = operators.normalised(x, Norm.EPSILON);
        Value made = spectral(active(modulated(even, shown, times, block.at("norm_0"))), block.at("conv_0"), SAME);
        Value evenAgain = operators.normalised(made, Norm.EPSILON);
        made = spectral(active(modulated(evenAgain, shown, times, block.at("norm_1"))), block.at("conv_1"), SAME);
        Value skipped = block.has("conv_s.weight_orig")
                ? spectral(
                        modulated(even, shown, times, block.at("norm_s")),
                        block.at("conv_s"),
                        Convolution.of(1).unbiased())
                : x;
        return operators.add(skipped, made);
    }

    private Value modulated(Value even, Value shown, int times, Weights norm) {
        Affine shared = layers.affine(shown, norm.at("mlp_shared.0"), "weight", SAME);
        Value hidden = layers.enlarged(shown, times, shared, operators::relu);
        Affine gain =
                layers.affine(hidden, norm.at("mlp_gamma"), "weight", SAME).plus(1);
        Value scaled = operators.multiply(even, layers.convolution(hidden, gain, SAME));
        return operators.add(scaled, layers.convolution(hidden, norm.at("mlp_beta"), SAME));
    }

    private Value spectral(Value x, Weights at, Convolution convolution) {
        Affine affine = layers.affine(x, at, "weight_orig", convolution);
        int rest = (int) affine.kernel().shape().elements() / affine.outputs();
        Affine divided = affine.spectral(at.take("weight_u", affine.outputs()), at.take("weight_v", rest));
        return layers.convolution(x, divided, convolution);
    }

    private Value active(Value x) {
        return operators.leakyRelu(x, SLOPE);
    }
}

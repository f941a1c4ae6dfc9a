package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;
import java.util.List;

/** Encodes the sound around a frame as 512 numbers: the encoder of Wav2Lip, with which both audio networks begin. */
final class AudioEncoder {

    /** (N, 1, bands, columns) */
    static final Shape MEL = Shape.of(Shape.ANY, 1, 80, 16);

    private static final Convolution SAME = Convolution.of(3);

    /** Layers that keep the size add their input to their output. */
    private record Block(Convolution convolution, boolean residual) {}

    private static final List<Block> BLOCKS = List.of(
            new Block(SAME, false),
            new Block(SAME, true),
            new Block(SAME, true),
            new Block(SAME.stride(3, 1), false),
            new Block(SAME, true),
            new Block(SAME, true),
            new Block(SAME.stride(3), false),
            new Block(SAME, true),
            new Block(SAME, true),
            new Block(SAME.stride(3, 2), false),
            new Block(SAME, true),
            new Block(SAME.padding(0), false),
            new Block(Convolution.of(1), false));

    private AudioEncoder() {}

    /**
     * Adds this part to the graph.
     *
     * @param mel of shape {@link #MEL}
     * @return (N, 512)
     */
    static Value of(Layers layers, Value mel, Weights weights) {
        Operators operators = layers.operators();
        Value x = mel;
        for (int i = 0; i < BLOCKS.size(); i++) {
            Weights block = weights.at(i + ".conv_block");
            Value made = layers.convolution(
                    x, block.at("0"), block.at("1"), BLOCKS.get(i).convolution());
            x = operators.relu(BLOCKS.get(i).residual() ? operators.add(made, x) : made);
        }
        return operators.reshape(x, Shape.of(mel.at(0), x.at(1)));
    }
}

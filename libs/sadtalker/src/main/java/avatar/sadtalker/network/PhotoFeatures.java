package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;

/** The features of a photo: a volume that the generator warps. */
final class PhotoFeatures {

    private PhotoFeatures() {}

    /**
     * Adds this part to the graph.
     *
     * @param image (1, 3, side, side)
     * @return (1, 32, 16, side / 4, side / 4)
     */
    static Value of(Layers layers, Value image, Weights weights) {
        Blocks blocks = new Blocks(layers);
        Value x = blocks.plain(image, weights.at("first"));
        for (int i = 0; weights.has("down_blocks.%d.conv.weight".formatted(i)); i++) {
            x = blocks.down(x, weights.at("down_blocks." + i));
        }
        x = layers.convolution(x, weights.at("second"), Convolution.of(1));
        Weights residuals = weights.at("resblocks_3d");
        int channels = residuals
                .take("3dr0.conv1.weight", Shape.ANY, Shape.ANY, 3, 3, 3)
                .shape()
                .at(0);
        if (x.at(1) % channels != 0) {
            throw weights.invalid(
                    "has %d channels, which can't form a volume of %d channels".formatted(x.at(1), channels));
        }
        x = layers.operators().reshape(x, Shape.of(1, channels, x.at(1) / channels, x.at(2), x.at(3)));
        for (int i = 0; residuals.has("3dr%d.conv1.weight".formatted(i)); i++) {
            x = blocks.residual(x, residuals.at("3dr" + i));
        }
        return x;
    }
}

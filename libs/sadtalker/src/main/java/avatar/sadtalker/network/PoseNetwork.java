package avatar.sadtalker.network;

import avatar.sadtalker.onnx.ElementType;
import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;

/** {@code audio2pose}: from the sound around 32 frames to the motion of the head. */
final class PoseNetwork {

    private static final int FRAMES = 32;
    private static final int LATENT = 64;
    private static final int POSE = 6;

    private PoseNetwork() {}

    static Graph of(Weights weights) {
        Graph graph = new Graph("audio2pose");
        Layers layers = new Layers(graph);
        Operators operators = layers.operators();
        Weights decoder = weights.at("netG.decoder");
        Value mel = graph.input("mel", Shape.of(1, FRAMES, 1, 80, 16));
        Value z = graph.input("z", Shape.of(1, LATENT));
        Value style = graph.input("class", ElementType.INT64, Shape.of(1));
        Value ref = graph.input("ref", Shape.of(1, POSE));

        Value heard = AudioEncoder.of(
                layers, operators.reshape(mel, Shape.of(FRAMES, 1, 80, 16)), weights.at("audio_encoder.audio_encoder"));
        Value sound = operators.reshape(layers.linear(heard, decoder.at("linear_audio")), Shape.of(1, FRAMES * POSE));
        Value styles = layers.constant(decoder.take("classbias", Shape.ANY, LATENT));
        Value manner = operators.add(z, operators.rows(styles, style));

        Value hidden = operators.relu(layers.linear(operators.concat(1, ref, manner, sound), decoder.at("MLP.L0")));
        Value rough = operators.sigmoid(layers.linear(hidden, decoder.at("MLP.L1")));
        Value smooth =
                PoseUnet.of(layers, operators.reshape(rough, Shape.of(1, 1, FRAMES, POSE)), decoder.at("resunet"));
        Value motion = layers.linear(operators.reshape(smooth, Shape.of(FRAMES, POSE)), decoder.at("pose_linear"));
        graph.output("motion", operators.reshape(motion, Shape.of(1, FRAMES, POSE)));
        return graph;
    }
}

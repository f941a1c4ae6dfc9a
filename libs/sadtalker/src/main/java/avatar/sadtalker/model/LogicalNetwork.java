package avatar.sadtalker.model;

import avatar.sadtalker.onnx.ElementType;
import avatar.sadtalker.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The networks of SadTalker with their inputs and outputs, by the names that this program uses. */
public enum LogicalNetwork {
    AUDIO2EXP(
            "audio2exp",
            List.of(
                    tensor("mel", Shape.ANY, 1, 80, 16),
                    tensor("ref", 1, Shape.ANY, 64),
                    tensor("ratio", 1, Shape.ANY)),
            List.of(tensor("exp", 1, Shape.ANY, 64))),
    AUDIO2POSE(
            "audio2pose",
            List.of(
                    tensor("mel", 1, 32, 1, 80, 16),
                    tensor("z", 1, 64),
                    new LogicalTensor("class", ElementType.INT64, Shape.of(1)),
                    tensor("ref", 1, 6)),
            List.of(tensor("motion", 1, 32, 6))),
    FACE_3DRECON("face_3drecon", List.of(tensor("image", 1, 3, 224, 224)), List.of(tensor("coeff", 1, 257))),
    MAPPING(
            "mapping",
            List.of(tensor("coeff", 1, Shape.ANY, 27)),
            List.of(
                    tensor("yaw", 1, 66),
                    tensor("pitch", 1, 66),
                    tensor("roll", 1, 66),
                    tensor("t", 1, 3),
                    tensor("exp", 1, 45))),
    KP_EXTRACTOR("kp_extractor", List.of(picture("image")), List.of(points("kp"))),
    GENERATOR(
            "generator",
            List.of(picture("source"), points("kp_driving"), points("kp_source")),
            List.of(picture("prediction"))),
    GENERATOR_PHOTO("generator_photo", List.of(picture("source")), List.of(volume("features"), volume("compressed"))),
    GENERATOR_EXPRESSION(
            "generator_expression",
            List.of(volume("features"), volume("compressed"), points("kp_driving"), points("kp_source")),
            List.of(picture("prediction")));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<LogicalTensor> inputs;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<LogicalTensor> outputs;

    LogicalNetwork(String label, List<LogicalTensor> inputs, List<LogicalTensor> outputs) {
        this.label = label;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    private static LogicalTensor tensor(String name, int... dims) {
        return new LogicalTensor(name, ElementType.FLOAT, Shape.of(dims));
    }

    private static LogicalTensor picture(String name) {
        return tensor(name, 1, 3, Shape.ANY, Shape.ANY);
    }

    private static LogicalTensor points(String name) {
        return tensor(name, 1, 15, 3);
    }

    private static LogicalTensor volume(String name) {
        return tensor(name, 1, Shape.ANY, Shape.ANY, Shape.ANY, Shape.ANY);
    }

    /** The name in a manifest. */
    public String label() {
        return label;
    }

    public List<LogicalTensor> inputs() {
        return inputs;
    }

    public List<LogicalTensor> outputs() {
        return outputs;
    }

    static Optional<LogicalNetwork> labelled(String label) {
        return Arrays.stream(values())
                .filter(network -> network.label.equals(label))
                .findAny();
    }
}

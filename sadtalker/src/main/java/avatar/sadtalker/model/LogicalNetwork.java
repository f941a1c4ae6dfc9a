package avatar.sadtalker.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What each network of SadTalker takes and gives, by the names that this program has for it. Shapes: the module's README. */
public enum LogicalNetwork {
    AUDIO2EXP("audio2exp", List.of("mel", "ref", "ratio"), List.of("exp")),
    AUDIO2POSE("audio2pose", List.of("mel", "z", "class", "ref"), List.of("motion")),
    FACE_3DRECON("face_3drecon", List.of("image"), List.of("coeff")),
    MAPPING("mapping", List.of("coeff"), List.of("yaw", "pitch", "roll", "t", "exp")),
    KP_EXTRACTOR("kp_extractor", List.of("image"), List.of("kp")),
    GENERATOR("generator", List.of("source", "kp_driving", "kp_source"), List.of("prediction")),
    GENERATOR_PHOTO("generator_photo", List.of("source"), List.of("features", "compressed")),
    GENERATOR_EXPRESSION(
            "generator_expression",
            List.of("features", "compressed", "kp_driving", "kp_source"),
            List.of("prediction"));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> inputs;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> outputs;

    LogicalNetwork(String label, List<String> inputs, List<String> outputs) {
        this.label = label;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** As it is called in a manifest. */
    public String label() {
        return label;
    }

    public List<String> inputs() {
        return inputs;
    }

    public List<String> outputs() {
        return outputs;
    }

    static Optional<LogicalNetwork> labelled(String label) {
        return Arrays.stream(values())
                .filter(network -> network.label.equals(label))
                .findAny();
    }
}

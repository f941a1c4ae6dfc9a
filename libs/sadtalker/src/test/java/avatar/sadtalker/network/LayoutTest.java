package avatar.sadtalker.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.checkpoint.Checkpoint;
import avatar.sadtalker.golden.FormulaCheckpoint;
import avatar.sadtalker.golden.Golden;
import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every tensor of a checkpoint is used, or reported. */
class LayoutTest {

    private final Map<String, Shape> tensors = new LinkedHashMap<>();
    private final Map<String, Shape> mapping = new LinkedHashMap<>();

    @BeforeEach
    void officialLayout() {
        Golden.require();
        FormulaCheckpoint.tensors().forEach(tensor -> tensors.put(tensor.key(), new Shape(tensor.shape())));
        FormulaCheckpoint.mappingTensors()
                .forEach(tensor -> mapping.put(tensor.key().substring("mapping.".length()), new Shape(tensor.shape())));
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 512})
    void takesTheOfficialLayoutForBothSizes(int side) {
        List<Graph> graphs = SadTalkerNetworks.of(of(tensors), of(mapping), side);

        assertThat(graphs)
                .extracting(Graph::name)
                .containsExactly(
                        "audio2exp",
                        "audio2pose",
                        "face_3drecon",
                        "mapping",
                        "kp_extractor",
                        "generator_photo",
                        "generator_expression");
    }

    @Test
    void takesTheMappingForFacesWithoutTheirPlace() {
        mapping.put("first.0.weight", Shape.of(1024, 70, 7));

        assertThat(SadTalkerNetworks.of(of(tensors), of(mapping), 256)).hasSize(7);
    }

    @Test
    void takesChannelsFromTheTensors() {
        mapping.put("first.0.weight", Shape.of(512, 73, 7));
        mapping.put("first.0.bias", Shape.of(512));
        for (int i = 0; i < 3; i++) {
            mapping.put("encoder%d.1.weight".formatted(i), Shape.of(512, 512, 3));
            mapping.put("encoder%d.1.bias".formatted(i), Shape.of(512));
        }
        for (String head : List.of("yaw", "pitch", "roll", "t", "exp")) {
            mapping.computeIfPresent("fc_%s.weight".formatted(head), (_, shape) -> shape.with(1, 512));
        }

        assertThat(SadTalkerNetworks.of(of(tensors), of(mapping), 256)).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audio2exp.mapping1.bias",
                "audio2pose.netG.decoder.resunet.bridge.conv_skip.1.running_var",
                "face_3drecon.backbone.layer4.2.bn3.running_mean",
                "kp_extractor.predictor.up_blocks.up4.norm.weight",
                "generator.dense_motion_network.occlusion.weight",
                "generator.decoder.up_1.conv_s.weight_v"
            })
    void namesATensorThatIsMissing(String tensor) {
        tensors.remove(tensor);

        assertRefused("has no tensor '%s'".formatted(tensor));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audio2exp.mapping1.weight",
                "face_3drecon.backbone.conv1.weight",
                "kp_extractor.down.weight",
                "generator.first.conv.weight",
                "generator.decoder.G_middle_3.conv_0.weight_orig",
                "generator.decoder.up_1.conv_0.weight_u"
            })
    void namesATensorOfAWrongShape(String tensor) {
        tensors.computeIfPresent(tensor, (_, shape) -> shape.with(-1, shape.at(-1) + 1));

        assertRefused("has tensor '%s' as %s, expected".formatted(tensor, tensors.get(tensor)));
    }

    @Test
    void namesATensorThatHasNoPlace() {
        tensors.put("generator.decoder.up_2.conv_0.bias", Shape.of(32));

        assertRefused("1 tensors that the network doesn't: [generator.decoder.up_2.conv_0.bias]");
    }

    private void assertRefused(String said) {
        assertThatThrownBy(() -> SadTalkerNetworks.of(of(tensors), of(mapping), 256))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL))
                .hasMessageContaining(said);
    }

    /** A checkpoint without its numbers. */
    private static Checkpoint of(Map<String, Shape> shapes) {
        return new Checkpoint() {
            @Override
            public String name() {
                return "test.safetensors";
            }

            @Override
            public Set<String> tensors() {
                return shapes.keySet();
            }

            @Override
            public Shape shape(String tensor) {
                return shapes.getOrDefault(tensor, Shape.of());
            }

            @Override
            public float[] floats(String tensor) {
                throw new AssertionError("Nothing is read before the layout is known to be right");
            }

            @Override
            public void close() {}
        };
    }
}

package avatar.sadtalker.model;

import avatar.sadtalker.golden.FormulaModels;
import avatar.sadtalker.golden.Golden;
import avatar.sadtalker.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The imported networks answer what the reference's answer with the same weights. */
@ExtendWith(FormulaModels.class)
class ParityTest {

    private static final Execution EXECUTION = new Execution(Execution.Device.CPU, 2);

    private static final double CLOSE = 1e-4;

    /**
     * Candidates of a movement with less than 0.001 of a say count nothing, and rounding may take one over that edge.
     */
    private static final double ACROSS_THE_EDGE = 5e-3;

    @Test
    void expressionsOfSound(FormulaModels.Made models) {
        try (Network network = models.bundle().load(LogicalNetwork.AUDIO2EXP, EXECUTION)) {
            float[] found = given(network.call(), "audio2exp", "mel", "ref", "ratio")
                    .run("exp")
                    .get("exp");

            Golden.assertAsReference("audio2exp/exp", found, CLOSE);
        }
    }

    @Test
    void faceModelOfPicture(FormulaModels.Made models) {
        try (Network network = models.bundle().load(LogicalNetwork.FACE_3DRECON, EXECUTION)) {
            float[] found =
                    given(network.call(), "face_3drecon", "image").run("coeff").get("coeff");

            Golden.assertAsReference("face_3drecon/coeff", found, CLOSE);
        }
    }

    @Test
    void keyPointsOfPhoto(FormulaModels.Made models) {
        try (Network network = models.bundle().load(LogicalNetwork.KP_EXTRACTOR, EXECUTION)) {
            float[] found =
                    given(network.call(), "kp_extractor", "image").run("kp").get("kp");

            Golden.assertAsReference("kp_extractor/kp", found, CLOSE);
        }
    }

    @Test
    void headAndFaceOfCoefficients(FormulaModels.Made models) {
        try (Network network = models.bundle().load(LogicalNetwork.MAPPING, EXECUTION)) {
            Tensors found = network.call()
                    .with("coeff", Shape.of(2, 73, 27), Golden.floats("mapping/semantics"))
                    .run("yaw", "pitch", "roll", "t", "exp");

            for (String head : List.of("yaw", "pitch", "roll", "t", "exp")) {
                Golden.assertAsReference("mapping/" + head, found.get(head), CLOSE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"generator_full", "generator_small"})
    void pictureOfKeyPoints(String name, FormulaModels.Made models) {
        Tensors photo;
        try (Network network = models.bundle().load(LogicalNetwork.GENERATOR_PHOTO, EXECUTION)) {
            photo = network.call()
                    .with("source", Shape.of(1, 3, 256, 256), Golden.floats(name + "/image"))
                    .run("features", "compressed");
        }
        try (Network network = models.bundle().load(LogicalNetwork.GENERATOR_EXPRESSION, EXECUTION)) {
            Network.Call call = given(network.call(), name, "kp_driving", "kp_source")
                    .with("features", photo)
                    .with("compressed", photo);

            Tensors found = call.run("prediction", "deformation", "occlusion");

            Golden.assertAsReference(name + "/prediction", found.get("prediction"), ACROSS_THE_EDGE);
            Golden.assertAsReference(name + "/deformation", found.get("deformation"), ACROSS_THE_EDGE);
            Golden.assertAsReference(name + "/occlusion", found.get("occlusion"), CLOSE);
        }
    }

    private static Network.Call given(Network.Call call, String name, String... inputs) {
        Arrays.stream(inputs)
                .forEach(
                        input -> call.with(input, Golden.shape(name + "/" + input), Golden.floats(name + "/" + input)));
        return call;
    }
}

package avatar.sadtalker.pipeline;

import avatar.sadtalker.model.Execution;
import avatar.sadtalker.model.LogicalNetwork;
import avatar.sadtalker.model.ModelBundle;
import avatar.sadtalker.model.Network;
import avatar.sadtalker.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Estimates the face model of a photo: expression, pose and place. */
final class FaceModel {

    private static final int EXPRESSION = 80;
    private static final int ANGLES = 224;
    private static final int TRANSLATION = 254;

    private FaceModel() {}

    /**
     * Estimates it.
     *
     * @param photo square, as large as the networks' pictures
     * @param face in the photo
     */
    static Coefficients of(Picture photo, Landmarks face, ModelBundle models, Execution execution) {
        FaceAlignment alignment = FaceAlignment.of(face, photo.width());
        try (Network network = models.load(LogicalNetwork.FACE_3DRECON, execution)) {
            int side = FaceAlignment.TARGET;
            float[] coefficients = network.call()
                    .with(
                            "image",
                            Shape.of(1, Picture.CHANNELS, side, side),
                            alignment.aligned(photo).planes())
                    .run("coeff")
                    .get("coeff");
            return coefficients(coefficients, alignment);
        }
    }

    /** @param all 257: identity 80, expression 64, texture 80, angles 3, light 27, translation 3 */
    static Coefficients coefficients(float[] all, FaceAlignment alignment) {
        List<Float> pose = new ArrayList<>(Coefficients.part(all, ANGLES, 3));
        pose.addAll(Coefficients.part(all, TRANSLATION, 3));
        return new Coefficients(
                Coefficients.part(all, EXPRESSION, Coefficients.EXPRESSION),
                pose,
                List.of((float) alignment.scale(), (float) alignment.middle().x(), (float)
                        alignment.middle().y()));
    }
}

package avatar.sadtalker.pipeline;

import avatar.sadtalker.model.Execution;
import avatar.sadtalker.model.ModelBundle;

/**
 * The photo as input of the networks.
 *
 * @param picture the face, of the size of the networks' pictures
 * @param face its coefficients
 * @param x of the left edge of {@code picture}, in the photo
 */
public record Photo(Picture picture, Coefficients face, int x, int y, int width, int height) {

    /**
     * Cuts the face out of a photo and finds its coefficients.
     *
     * @param landmarks of the face, in the photo
     */
    public static Photo of(Picture whole, Landmarks landmarks, ModelBundle models, Execution execution) {
        FaceCrop crop = FaceCrop.of(landmarks, whole.width(), whole.height());
        Picture cut = whole.part(crop.x(), crop.y(), crop.width(), crop.height());
        int side = models.manifest().side();
        Picture picture = Scaling.LINEAR.scaled(cut, side, side);
        Landmarks inPicture = landmarks.map(point ->
                new Place((point.x() - crop.x()) * side / crop.width(), (point.y() - crop.y()) * side / crop.height()));
        Coefficients face = FaceModel.of(picture, inPicture, models, execution);
        return new Photo(picture, face, crop.x(), crop.y(), crop.width(), crop.height());
    }

    /** A rendered picture, scaled back to the size of its part of the photo. */
    public Picture back(Picture made) {
        return Scaling.CUBIC.scaled(made, width, height);
    }
}

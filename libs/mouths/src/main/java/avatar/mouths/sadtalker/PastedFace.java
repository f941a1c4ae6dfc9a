package avatar.mouths.sadtalker;

import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.faces.face.Face;
import avatar.faces.face.FaceChoice;
import avatar.faces.face.FaceTracker;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import avatar.faces.video.OnePicture;
import avatar.mouths.harvest.BorderMatch;
import avatar.mouths.warp.Mask;
import avatar.mouths.warp.Rgb;
import avatar.mouths.warp.Sampler;
import avatar.sadtalker.pipeline.Photo;
import java.util.Optional;

/** Pastes a rendered picture into the reference frame where it was cut out. */
final class PastedFace implements AutoCloseable {

    private static final int CHANNELS = 3;

    private final BgrImage reference;
    private final Face face;
    private final Photo photo;
    private final FaceTracker tracker = new FaceTracker();

    PastedFace(BgrImage reference, Face face, Photo photo) {
        this.reference = reference;
        this.face = face;
        this.photo = photo;
    }

    /** The reference frame with that picture in it. */
    BgrImage whole(BgrImage rendered) {
        BgrImage part = PictureConversion.toBgr(photo.back(PictureConversion.of(rendered)));
        byte[] bgr = reference.bgr().clone();
        int row = photo.width() * CHANNELS;
        for (int y = 0; y < photo.height(); y++) {
            int to = ((photo.y() + y) * reference.width() + photo.x()) * CHANNELS;
            System.arraycopy(part.bgr(), y * row, bgr, to, row);
        }
        return new BgrImage(reference.width(), reference.height(), bgr);
    }

    /**
     * The pixels of the mouth box in that frame, with colours matched to the reference frame along the edge of the
     * mask.
     *
     * @param place from the reference frame onto {@code whole}, in which the head may have another pose
     */
    BgrImage inBox(BgrImage whole, Similarity place, Mask mask, PixelBox box) {
        Sampler sampler = new Sampler(whole);
        Rgb[] pixels = new Rgb[box.width() * box.height()];
        for (int i = 0; i < pixels.length; i++) {
            double x = box.x() + i % box.width() + 0.5;
            double y = box.y() + i / box.width() + 0.5;
            pixels[i] = sampler.at(new Point(place.x(x, y), place.y(x, y)));
        }
        return new BorderMatch(reference, mask, box).matched(pixels);
    }

    /** The face at the place of the reference frame's; empty if none is found. */
    Optional<Face> seen(BgrImage whole) {
        try {
            OnePicture once = new OnePicture(whole);
            Face found = tracker.track(once, once, new FaceChoice(face.mouth()))
                    .faces()
                    .getFirst();
            boolean isThere = found.mouth().distanceTo(face.mouth()) < face.eyeDistance() / 2;
            return isThere ? Optional.of(found) : Optional.empty();
        } catch (AvatarException e) {
            if (e.code() == ErrorCode.NO_FACE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        tracker.close();
    }
}

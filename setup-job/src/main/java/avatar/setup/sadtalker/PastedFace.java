package avatar.setup.sadtalker;

import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.pipeline.Photo;
import avatar.setup.face.Face;
import avatar.setup.face.FaceChoice;
import avatar.setup.face.FaceTracker;
import avatar.setup.face.Point;
import avatar.setup.harvest.BorderMatch;
import avatar.setup.video.BgrImage;
import avatar.setup.video.OnePicture;
import avatar.setup.warp.Mask;
import avatar.setup.warp.Rgb;
import avatar.setup.warp.Sampler;
import java.util.Optional;

/** Puts a rendered picture back where it was cut out of the reference frame. */
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
        BgrImage part = Pictures.toBgr(photo.back(Pictures.of(rendered)));
        byte[] bgr = reference.bgr().clone();
        int row = photo.width() * CHANNELS;
        for (int y = 0; y < photo.height(); y++) {
            int to = ((photo.y() + y) * reference.width() + photo.x()) * CHANNELS;
            System.arraycopy(part.bgr(), y * row, bgr, to, row);
        }
        return new BgrImage(reference.width(), reference.height(), bgr);
    }

    /**
     * What the box of the mouths shows then, its colours taken to those of the reference frame where the mask fades.
     *
     * @param place from the reference frame onto {@code whole}, in which the head may be held otherwise
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

    /** The face that is found where the reference frame's is; nothing if there is none. */
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

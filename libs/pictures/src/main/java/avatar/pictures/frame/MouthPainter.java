package avatar.pictures.frame;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import avatar.contract.bundle.Light;
import avatar.contract.bundle.Opening;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.viseme.Viseme;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.avatar.MouthPatch;
import avatar.pictures.avatar.MouthZone;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Paints mouths onto the pixels of mouth zones. For one thread. */
public final class MouthPainter implements AutoCloseable {

    private final Avatar avatar;
    private final PatchBlender blender;
    private final PatchLighting lighting;
    private final Mat patch = new Mat();
    private final Mat warped = new Mat();
    private final Scalar transparent = new Scalar(0, 0, 0, 0);
    private final DoublePointer matrix = new DoublePointer(6);
    private final Mat transform = new Mat(2, 3, CV_64FC1, matrix);
    private byte[] patchPixels = {};

    /** @param strength how much of the base mouth a patch covers, 0..1 */
    public MouthPainter(Avatar avatar, double strength) {
        this.avatar = avatar;
        this.blender = new PatchBlender(strength);
        MouthPatch any = avatar.patch(Viseme.SIL, Opening.FULL);
        this.lighting = new PatchLighting(any.width(), any.height());
        // A patch is too small for OpenCV's other threads, which would spin on the cores of other work.
        setNumThreads(1);
    }

    /** The pixels of the zone, BGR, with the mouth on them. */
    public byte[] paint(MouthZone zone, MouthPicture picture) {
        PixelBox reach = zone.reach();
        load(avatar.patch(picture.viseme(), picture.opening()), zone.light());
        placeOn(zone.placement(), reach);
        try (Size size = new Size(reach.width(), reach.height())) {
            warpAffine(patch, warped, transform, size, INTER_LINEAR, BORDER_CONSTANT, transparent);
        }
        int bytes = reach.width() * reach.height() * 4;
        if (patchPixels.length != bytes) {
            patchPixels = new byte[bytes];
        }
        warped.data().get(patchPixels);
        byte[] pixels = zone.pixels().clone();
        blender.blend(pixels, zone.box().width(), reach, patchPixels, picture.cover());
        return pixels;
    }

    private void load(MouthPatch source, Light light) {
        patch.create(source.height(), source.width(), CV_8UC4);
        patch.data().put(lighting.lit(source, light));
    }

    private void placeOn(Similarity placement, PixelBox reach) {
        double right = placement.tx() - reach.x();
        double down = placement.ty() - reach.y();
        matrix.put(placement.a(), -placement.b(), right, placement.b(), placement.a(), down);
    }

    @Override
    public void close() {
        patch.close();
        warped.close();
        transform.close();
        matrix.close();
        transparent.close();
    }
}

package avatar.compositor.render;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import avatar.compositor.avatar.Avatar;
import avatar.compositor.avatar.MouthPatch;
import avatar.compositor.avatar.MouthZone;
import avatar.contract.bundle.Similarity;
import avatar.contract.viseme.Viseme;
import java.util.EnumMap;
import java.util.Map;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;

/** Paints mouths onto the pixels of mouth zones. For one thread. */
final class MouthPainter implements AutoCloseable {

    private final PatchBlender blender;
    private final Map<Viseme, Mat> patches = new EnumMap<>(Viseme.class);
    private final Mat nothing;
    private final Mat mixed = new Mat();
    private final Mat warped = new Mat();
    private final Scalar transparent = new Scalar(0, 0, 0, 0);
    private final DoublePointer matrix = new DoublePointer(6);
    private final Mat transform = new Mat(2, 3, CV_64FC1, matrix);
    private byte[] patchPixels = {};

    MouthPainter(Avatar avatar, double strength) {
        blender = new PatchBlender(strength);
        // A patch is too small to be worth waking OpenCV's other threads, which then spin on the cores of others.
        setNumThreads(1);
        for (Viseme viseme : Viseme.values()) {
            patches.put(viseme, toMat(avatar.patch(viseme)));
        }
        Mat any = patch(Viseme.M);
        nothing = new Mat(any.rows(), any.cols(), CV_8UC4, transparent);
    }

    /** The pixels of the zone, BGR, with the mouth on them. */
    byte[] paint(MouthZone zone, MouthPose pose) {
        int width = zone.box().width();
        int height = zone.box().height();
        placeOn(zone.placement());
        try (Size size = new Size(width, height)) {
            warpAffine(mix(pose), warped, transform, size, INTER_LINEAR, BORDER_CONSTANT, transparent);
        }
        if (patchPixels.length != width * height * 4) {
            patchPixels = new byte[width * height * 4];
        }
        warped.data().get(patchPixels);
        byte[] pixels = zone.pixels().clone();
        blender.blend(pixels, patchPixels, zone.gain());
        return pixels;
    }

    private Mat mix(MouthPose pose) {
        double weight = pose.weight();
        if (weight == 1 || pose.from() == pose.to()) {
            return patch(pose.to());
        }
        addWeighted(patch(pose.from()), 1 - weight, patch(pose.to()), weight, 0, mixed);
        return mixed;
    }

    private Mat patch(@Nullable Viseme viseme) {
        if (viseme == null) {
            return nothing;
        }
        Mat patch = patches.get(viseme);
        if (patch == null) {
            throw new IllegalStateException("No patch for " + viseme);
        }
        return patch;
    }

    private void placeOn(Similarity placement) {
        matrix.put(placement.a(), -placement.b(), placement.tx(), placement.b(), placement.a(), placement.ty());
    }

    private static Mat toMat(MouthPatch patch) {
        Mat mat = new Mat(patch.height(), patch.width(), CV_8UC4);
        mat.data().put(patch.premultiplied());
        return mat;
    }

    @Override
    public void close() {
        patches.values().forEach(Mat::close);
        nothing.close();
        mixed.close();
        warped.close();
        transform.close();
        matrix.close();
        transparent.close();
    }
}

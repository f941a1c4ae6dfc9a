package avatar.bench.reference;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Track.TrackedFrame;
import avatar.contract.viseme.Viseme;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Frames as the first version made them: decode the base video's next frame, put the mouth on it, write its viseme on
 * it, encode it. The compositor is measured against this, and its pixels are compared with these. For one thread.
 */
public final class WholeFrames implements AutoCloseable {

    private final List<TrackedFrame> track;
    private final Map<Viseme, PlainPatch> patches = new EnumMap<>(Viseme.class);
    private final LoopedVideo video;
    private final BytePointer extension = new BytePointer(".jpg");
    private final BytePointer encoded = new BytePointer();
    private final IntPointer settings;
    private final Scalar white = new Scalar(255, 255, 255, 0);
    private final Point corner = new Point(24, 48);
    private int next;

    /** @param quality of the JPEGs, 1..100 */
    public WholeFrames(AvatarBundle bundle, int quality) {
        track = bundle.track().frames();
        for (Viseme viseme : Viseme.values()) {
            patches.put(viseme, PlainPatch.read(bundle.patchFile(viseme), bundle.mouthBox()));
        }
        video = new LoopedVideo(bundle);
        settings = new IntPointer(IMWRITE_JPEG_QUALITY, quality);
    }

    /** The next frame of the loop, BGR; good until the one after it. */
    public Mat decode() {
        next++;
        return video.next();
    }

    /** Lays a mouth on the frame that was decoded last. */
    public void layOn(Mat frame, Viseme viseme, double strength) {
        TrackedFrame tracked = track.get((next - 1) % track.size());
        PlainPatch patch = patch(viseme);
        PixelBox part = patch.reach(tracked.similarity(), frame.cols(), frame.rows());
        byte[] pixels = new byte[part.width() * part.height() * 3];
        try (Rect rect = new Rect(part.x(), part.y(), part.width(), part.height());
                Mat view = new Mat(frame, rect);
                Mat copy = view.clone()) {
            copy.data().get(pixels);
            patch.layOn(pixels, part, tracked.similarity(), tracked.light(), strength);
            copy.data().put(pixels);
            copy.copyTo(view);
        }
    }

    /** Writes its name into the corner. */
    public void label(Mat frame, Viseme viseme) {
        putText(frame, viseme.label(), corner, FONT_HERSHEY_SIMPLEX, 1.0, white);
    }

    /** As a JPEG without restart markers. */
    public byte[] encode(Mat frame) {
        if (!imencode(extension, frame, encoded, settings)) {
            throw new IllegalStateException("OpenCV can't encode %s".formatted(frame));
        }
        byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
        encoded.get(bytes);
        return bytes;
    }

    private PlainPatch patch(Viseme viseme) {
        PlainPatch patch = patches.get(viseme);
        if (patch == null) {
            throw new IllegalStateException("No patch of " + viseme);
        }
        return patch;
    }

    @Override
    public void close() {
        settings.close();
        encoded.close();
        extension.close();
        video.close();
        corner.close();
        white.close();
    }
}

package avatar.faces.video;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;

/**
 * Computes dense optical flow by OpenCV (DIS: Kroeger et al., "Fast
 * Optical Flow using Dense Inverse Search", 2016), corrected where it is unreliable.
 */
final class FlowSearch {

    /** Finer details do not improve the flow, and cost much. */
    private static final int LONGER_SIDE = 480;

    private FlowSearch() {}

    /** The flow from {@code from} to {@code to}, pictures of one size. */
    static Flow between(BgrImage from, BgrImage to) {
        double scale = Math.min(1, (double) LONGER_SIDE / Math.max(from.width(), from.height()));
        int width = Math.max(1, (int) Math.round(from.width() * scale));
        int height = Math.max(1, (int) Math.round(from.height() * scale));
        try (Size size = new Size(width, height);
                Mat before = grey(from, size);
                Mat after = grey(to, size)) {
            Flow forth = search(before, after);
            Flow back = search(after, before);
            return new FlowTrust(bytes(before), bytes(after), forth, back).mended();
        }
    }

    private static Mat grey(BgrImage picture, Size size) {
        try (Mat bgr = new Mat(picture.height(), picture.width(), CV_8UC3);
                Mat small = new Mat()) {
            bgr.data().put(picture.bgr());
            resize(bgr, small, size, 0, 0, INTER_AREA);
            Mat grey = new Mat();
            cvtColor(small, grey, COLOR_BGR2GRAY);
            return grey;
        }
    }

    private static Flow search(Mat before, Mat after) {
        try (DISOpticalFlow search = DISOpticalFlow.create(DISOpticalFlow.PRESET_MEDIUM);
                // OpenCV would take a matrix that is not empty for a first guess.
                Mat flow = new Mat()) {
            search.calc(before, after, flow);
            float[] steps = new float[2 * flow.cols() * flow.rows()];
            flow.<FloatBuffer>createBuffer().get(steps);
            return new Flow(flow.cols(), flow.rows(), steps);
        }
    }

    private static byte[] bytes(Mat grey) {
        byte[] bytes = new byte[grey.cols() * grey.rows()];
        grey.data().get(bytes);
        return bytes;
    }
}

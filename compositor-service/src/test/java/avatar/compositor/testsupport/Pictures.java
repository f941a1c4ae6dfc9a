package avatar.compositor.testsupport;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import org.bytedeco.opencv.opencv_core.Mat;

/** Pixels to pictures and back. */
public final class Pictures {

    private Pictures() {}

    /** To be closed by the caller. */
    public static Mat mat(int width, int height, int type, byte[] pixels) {
        Mat mat = new Mat(height, width, type);
        mat.data().put(pixels);
        return mat;
    }

    /** To be closed by the caller. */
    public static Mat bgr(int width, int height, byte[] pixels) {
        return mat(width, height, CV_8UC3, pixels);
    }

    /** The BGR pixels of a JPEG. */
    public static byte[] decode(byte[] jpeg) {
        try (Mat bytes = new Mat(jpeg, false);
                Mat picture = imdecode(bytes, IMREAD_COLOR)) {
            byte[] pixels = new byte[picture.rows() * picture.cols() * 3];
            picture.data().get(pixels);
            return pixels;
        }
    }
}

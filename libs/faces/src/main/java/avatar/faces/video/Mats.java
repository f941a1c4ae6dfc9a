package avatar.faces.video;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Converts pictures and planes to OpenCV matrices and back, by copying. */
final class Mats {

    private Mats() {}

    static Mat of(BgrImage image) {
        Mat mat = new Mat(image.height(), image.width(), CV_8UC3);
        mat.data().put(image.bgr());
        return mat;
    }

    static Mat of(int columns, int rows, float[] plane) {
        Mat mat = new Mat(rows, columns, CV_32FC1);
        FloatBuffer buffer = mat.createBuffer();
        buffer.put(plane);
        return mat;
    }

    /** Of eight bits, three channels, without gaps between its rows. */
    static BgrImage toImage(Mat mat) {
        if (mat.type() != CV_8UC3 || !mat.isContinuous()) {
            throw new IllegalArgumentException("Expected a picture of type CV_8UC3, found type " + mat.type());
        }
        byte[] bgr = new byte[mat.cols() * mat.rows() * BgrImage.BYTES_PER_PIXEL];
        mat.data().get(bgr);
        return new BgrImage(mat.cols(), mat.rows(), bgr);
    }
}

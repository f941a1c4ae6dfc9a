package avatar.faces.video;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.WARP_INVERSE_MAP;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A part of a picture, reduced by an integer factor, from which rotated squares are cut. Used by one thread at a time.
 */
public final class Squares implements AutoCloseable {

    private final Mat part;

    private Squares(Mat part) {
        this.part = part;
    }

    /**
     * Copies a part of a picture.
     *
     * @param width of the part, all of which lies in the picture
     * @param factor pixels of the picture along a side of each pixel of the copy, which is their mean
     */
    public static Squares of(BgrImage picture, int left, int top, int width, int height, int factor) {
        Mat part = new Mat(height, width, CV_8UC3);
        BytePointer pixels = part.data();
        for (int row = 0; row < height; row++) {
            int from = ((top + row) * picture.width() + left) * BgrImage.BYTES_PER_PIXEL;
            pixels.position((long) row * width * BgrImage.BYTES_PER_PIXEL)
                    .put(picture.bgr(), from, width * BgrImage.BYTES_PER_PIXEL);
        }
        if (factor == 1) {
            return new Squares(part);
        }
        Mat reduced = new Mat();
        try (part;
                Size size = new Size(width / factor, height / factor)) {
            resize(part, reduced, size, 0, 0, INTER_AREA);
        }
        return new Squares(reduced);
    }

    /**
     * Cuts out a square; outside the part it is black. A square larger than {@code size} is averaged, not subsampled.
     *
     * @param centreX in pixels of the part, 0.5 being the middle of the first
     * @param side in pixels of the part
     * @param angle of rotation, in radians, clockwise in the picture
     * @param size width and height of the result: blue, green and red, row after row
     */
    public byte[] cut(double centreX, double centreY, double side, double angle, int size) {
        int samples = side > size ? 2 : 1;
        int fine = size * samples;
        double cos = Math.cos(angle) * side / fine;
        double sin = Math.sin(angle) * side / fine;
        double half = fine / 2.0 - 0.5;
        try (Mat transform = new Mat(2, 3, CV_64FC1);
                Mat square = new Mat();
                Size fineSize = new Size(fine, fine);
                Size coarseSize = new Size(size, size);
                Scalar black = new Scalar(0, 0, 0, 0)) {
            DoubleBuffer matrix = transform.createBuffer();
            matrix.put(new double[] {
                cos, -sin, centreX - 0.5 - (cos - sin) * half, sin, cos, centreY - 0.5 - (sin + cos) * half
            });
            warpAffine(part, square, transform, fineSize, INTER_LINEAR | WARP_INVERSE_MAP, BORDER_CONSTANT, black);
            if (samples > 1) {
                resize(square, square, coarseSize, 0, 0, INTER_AREA);
            }
            byte[] bgr = new byte[size * size * BgrImage.BYTES_PER_PIXEL];
            square.data().get(bgr);
            return bgr;
        }
    }

    @Override
    public void close() {
        part.close();
    }
}

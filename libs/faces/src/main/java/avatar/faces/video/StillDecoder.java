package avatar.faces.video;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import avatar.media.PictureFormat;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Reads still pictures - PNG, JPEG, WebP, BMP, TIFF, GIF - with OpenCV: upright as their EXIF tag asks, in eight bits,
 * CMYK converted to RGB, transparency on white.
 */
public final class StillDecoder {

    private static final int WHITE = 255;

    private StillDecoder() {}

    /**
     * Decodes the bytes of a file.
     *
     * @param longestSide a larger picture is scaled down to it, by area averaging
     * @return empty if this is not a readable picture
     */
    public static Optional<BgrImage> decode(byte[] file, int longestSide) {
        if (PictureFormat.of(file).isEmpty()) {
            return Optional.empty();
        }
        try (BytePointer bytes = new BytePointer(file);
                Mat encoded = new Mat(1, file.length, CV_8U, bytes);
                Mat plain = imdecode(encoded, IMREAD_COLOR)) {
            return plain.empty() ? Optional.empty() : Optional.of(whole(encoded, plain, longestSide));
        } catch (RuntimeException e) {
            // OpenCV refuses, for example, pictures above its own limits.
            return Optional.empty();
        }
    }

    /** {@code plain}, unless the picture has transparency, which OpenCV's usual reading leaves out. */
    private static BgrImage whole(Mat encoded, Mat plain, int longestSide) {
        try (Mat layered = imdecode(encoded, IMREAD_UNCHANGED)) {
            if (layered.channels() != 4 || layered.cols() != plain.cols()) {
                return scaled(plain, longestSide);
            }
            try (Mat onWhite = Mats.of(onWhite(layered))) {
                return scaled(onWhite, longestSide);
            }
        }
    }

    private static BgrImage onWhite(Mat layered) {
        try (Mat eightBits = new Mat()) {
            layered.convertTo(eightBits, CV_8U, layered.depth() == CV_16U ? 1 / 257.0 : 1, 0);
            byte[] bgra = new byte[eightBits.cols() * eightBits.rows() * 4];
            eightBits.data().get(bgra);
            byte[] bgr = new byte[bgra.length / 4 * 3];
            for (int pixel = 0; pixel < bgra.length / 4; pixel++) {
                int alpha = bgra[4 * pixel + 3] & 0xFF;
                for (int channel = 0; channel < 3; channel++) {
                    int colour = bgra[4 * pixel + channel] & 0xFF;
                    bgr[3 * pixel + channel] = (byte) ((colour * alpha + WHITE * (255 - alpha) + 127) / 255);
                }
            }
            return new BgrImage(eightBits.cols(), eightBits.rows(), bgr);
        }
    }

    private static BgrImage scaled(Mat picture, int longestSide) {
        double scale = (double) longestSide / Math.max(picture.cols(), picture.rows());
        if (scale >= 1) {
            return Mats.toImage(picture);
        }
        int width = Math.toIntExact(Math.max(1, Math.round(picture.cols() * scale)));
        int height = Math.toIntExact(Math.max(1, Math.round(picture.rows() * scale)));
        try (Mat small = new Mat();
                Size size = new Size(width, height)) {
            resize(picture, small, size, 0, 0, INTER_AREA);
            return Mats.toImage(small);
        }
    }
}

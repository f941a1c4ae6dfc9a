package avatar.pictures.jpeg;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Scales JPEGs down, or encodes them with a lower quality. For one thread at a time. */
public final class JpegScaler implements AutoCloseable {

    private final int sourceWidth;
    private final int width;
    private final int height;
    private final BytePointer extension = new BytePointer(".jpg");
    private final BytePointer encoded = new BytePointer();
    private final IntPointer settings;
    private final Mat scaled = new Mat();

    /**
     * A scaler.
     *
     * @param width of the result, at most that of the source; its height keeps the picture's shape, and is even
     * @param quality 1..100
     */
    public JpegScaler(int sourceWidth, int sourceHeight, int width, int quality) {
        if (width < 2 || width > sourceWidth) {
            throw new IllegalArgumentException("%d pixels can't be made %d".formatted(sourceWidth, width));
        }
        this.sourceWidth = sourceWidth;
        this.width = width;
        this.height = width == sourceWidth
                ? sourceHeight
                : Math.max(2, 2 * Math.round(sourceHeight * width / (2f * sourceWidth)));
        this.settings = new IntPointer(IMWRITE_JPEG_QUALITY, quality);
    }

    /**
     * Scales a picture.
     *
     * @param jpeg of the size of the source; is left as it is
     */
    public byte[] scale(ByteBuffer jpeg) {
        byte[] bytes = new byte[jpeg.remaining()];
        jpeg.get(jpeg.position(), bytes);
        try (Mat source = new Mat(bytes, false);
                Mat picture = imdecode(source, decoding())) {
            if (picture.empty()) {
                throw new IllegalArgumentException("Invalid JPEG of %d bytes".formatted(bytes.length));
            }
            return picture.cols() == width ? encode(picture) : encode(resized(picture));
        }
    }

    private Mat resized(Mat picture) {
        try (Size size = new Size(width, height)) {
            resize(picture, scaled, size, 0, 0, INTER_AREA);
        }
        return scaled;
    }

    private byte[] encode(Mat picture) {
        if (!imencode(extension, picture, encoded, settings)) {
            throw new IllegalStateException("OpenCV can't encode %s".formatted(picture));
        }
        byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
        encoded.get(bytes);
        return bytes;
    }

    /** A picture of half the size or less is decoded at a reduced size, which the DCT gives for less work. */
    private int decoding() {
        if (width * 8 <= sourceWidth) {
            return IMREAD_REDUCED_COLOR_8;
        }
        if (width * 4 <= sourceWidth) {
            return IMREAD_REDUCED_COLOR_4;
        }
        return width * 2 <= sourceWidth ? IMREAD_REDUCED_COLOR_2 : IMREAD_COLOR;
    }

    @Override
    public void close() {
        scaled.close();
        settings.close();
        encoded.close();
        extension.close();
    }
}

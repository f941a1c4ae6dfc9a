package avatar.pictures.jpeg;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_RST_INTERVAL;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Makes JPEGs that can be spliced: standard Huffman tables, with restart markers.
 *
 * <p>Tiles can be spliced only if they come from encoders of the same format and interval. For one thread.
 */
public final class JpegEncoder implements AutoCloseable {

    private final BytePointer extension = new BytePointer(".jpg");
    private final BytePointer encoded = new BytePointer();
    private final IntPointer settings;

    /** An encoder of pictures that divide as that grid does, and of parts of them. */
    public JpegEncoder(TileGrid grid) {
        settings = new IntPointer(
                IMWRITE_JPEG_QUALITY,
                grid.format().quality(),
                IMWRITE_JPEG_SAMPLING_FACTOR,
                grid.format().chroma().factor(),
                IMWRITE_JPEG_RST_INTERVAL,
                grid.restartInterval());
    }

    /** Encodes 8-bit BGR. */
    public byte[] encode(Mat bgr) {
        if (!imencode(extension, bgr, encoded, settings)) {
            throw new IllegalStateException("OpenCV can't encode %s".formatted(bgr));
        }
        byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
        encoded.get(bytes);
        return bytes;
    }

    @Override
    public void close() {
        settings.close();
        encoded.close();
        extension.close();
    }
}

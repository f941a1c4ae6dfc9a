package avatar.pictures.jpeg;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444;

/** How finely a JPEG keeps colours. */
public enum Chroma {
    /** Half as fine as brightness, both ways: half the bytes. */
    HALF(16, IMWRITE_JPEG_SAMPLING_FACTOR_420),
    /** As fine as brightness: lips keep their edge. */
    FULL(8, IMWRITE_JPEG_SAMPLING_FACTOR_444);

    private final int mcu;
    private final int factor;

    Chroma(int mcu, int factor) {
        this.mcu = mcu;
        this.factor = factor;
    }

    /** Pixels of an MCU, across and down: what is encoded together. */
    int mcu() {
        return mcu;
    }

    /** What OpenCV calls it. */
    int factor() {
        return factor;
    }
}

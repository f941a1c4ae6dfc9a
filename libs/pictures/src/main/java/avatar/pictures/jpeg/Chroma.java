package avatar.pictures.jpeg;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444;

/** The colour resolution of a JPEG. */
public enum Chroma {
    /** Half that of brightness, both ways: half the bytes. */
    HALF(16, IMWRITE_JPEG_SAMPLING_FACTOR_420),
    /** That of brightness: lips keep their edge. */
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

    /** The value of OpenCV for it. */
    int factor() {
        return factor;
    }
}

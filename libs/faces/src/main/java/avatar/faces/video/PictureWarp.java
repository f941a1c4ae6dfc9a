package avatar.faces.video;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.scaleAdd;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LANCZOS4;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.remap;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Warps one picture in many ways, equally sharp wherever a pixel moves: it reads from a copy of twice the size. Read
 * from the picture itself, places that move by half a pixel blur, and in a slow movement the blur runs over the face.
 *
 * <p>Used by one thread at a time.
 */
public final class PictureWarp implements AutoCloseable {

    /** Side of a cell of the grid that movements are given on, in pixels. */
    public static final int CELL = 8;

    private final int width;
    private final int height;
    private final Mat doubled = new Mat();
    private final Mat restX;
    private final Mat restY;

    public PictureWarp(BgrImage picture) {
        this.width = picture.width();
        this.height = picture.height();
        try (Mat mat = Mats.of(picture);
                Size size = new Size(2 * width, 2 * height)) {
            resize(mat, doubled, size, 0, 0, INTER_LANCZOS4);
        }
        float[] x = new float[width * height];
        float[] y = new float[width * height];
        for (int i = 0; i < x.length; i++) {
            x[i] = 2 * (i % width) + 0.5f;
            y[i] = 2 * (i / width) + 0.5f;
        }
        this.restX = Mats.of(width, height, x);
        this.restY = Mats.of(width, height, y);
    }

    /** Number of cells that cover so many pixels. */
    public static int cells(int pixels) {
        return (pixels + CELL - 1) / CELL;
    }

    /**
     * The warped picture.
     *
     * @param moveX for the middle of each cell, row after row: where in the picture, relative to that place, its colour
     *     comes from, in pixels
     * @param moveY as {@code moveX}, downwards
     */
    public BgrImage by(float[] moveX, float[] moveY) {
        try (Mat mapX = map(moveX, restX);
                Mat mapY = map(moveY, restY);
                Mat bent = new Mat();
                Scalar none = new Scalar()) {
            remap(doubled, bent, mapX, mapY, INTER_CUBIC, BORDER_REPLICATE, none);
            return Mats.toImage(bent);
        }
    }

    private Mat map(float[] moves, Mat rest) {
        int columns = cells(width);
        int rows = cells(height);
        try (Mat coarse = Mats.of(columns, rows, moves);
                Mat fine = new Mat();
                Size size = new Size(columns * CELL, rows * CELL);
                Rect inside = new Rect(0, 0, width, height)) {
            resize(coarse, fine, size, 0, 0, INTER_LINEAR);
            Mat map = new Mat(height, width, CV_32FC1);
            try (Mat seen = new Mat(fine, inside)) {
                scaleAdd(seen, 2, rest, map);
            }
            return map;
        }
    }

    @Override
    public void close() {
        doubled.close();
        restX.close();
        restY.close();
    }
}

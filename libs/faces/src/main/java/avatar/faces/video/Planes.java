package avatar.faces.video;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** A grid with several numbers for each cell. */
final class Planes {

    private final int width;
    private final int height;
    private final int depth;
    private final float[] values;

    private Planes(int width, int height, int depth, float[] values) {
        this.width = width;
        this.height = height;
        this.depth = depth;
        this.values = values;
    }

    /** @param depth how many numbers for each cell */
    static Planes empty(int width, int height, int depth) {
        return new Planes(width, height, depth, new float[width * height * depth]);
    }

    float get(int cell, int plane) {
        return values[depth * cell + plane];
    }

    void set(int cell, int plane, float value) {
        values[depth * cell + plane] = value;
    }

    /** The grid smoothed by a Gaussian. */
    Planes blurred(double sigmaCells) {
        try (Mat sharp = new Mat(height, width, CV_32FC(depth));
                Size asNeeded = new Size(0, 0);
                Mat blurred = new Mat()) {
            sharp.<FloatBuffer>createBuffer().put(values);
            GaussianBlur(sharp, blurred, asNeeded, sigmaCells);
            float[] result = new float[values.length];
            blurred.<FloatBuffer>createBuffer().get(result);
            return new Planes(width, height, depth, result);
        }
    }
}

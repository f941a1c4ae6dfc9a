package avatar.faces.video;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.remap;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A morph from one picture to another without ghosts: what is at p in the one and at q in the other lies at
 * (1 - mix) p + mix q, and only its colours are cross-faded.
 */
public final class Morph {

    /** Rounds to find which point the flow carries to a place; the flow changes slowly from place to place. */
    private static final int ROUNDS = 5;

    private final Flow flow;
    private final float mix;

    private Morph(Flow flow, float mix) {
        this.flow = flow;
        this.mix = mix;
    }

    /**
     * The picture between two of one size.
     *
     * @param mix 0 is {@code from}, 1 is {@code to}
     */
    public static BgrImage between(BgrImage from, BgrImage to, double mix) {
        if (from.width() != to.width() || from.height() != to.height()) {
            throw new IllegalArgumentException("Expected pictures of one size, found %dx%d and %dx%d"
                    .formatted(from.width(), from.height(), to.width(), to.height()));
        }
        return new Morph(FlowSearch.between(from, to), (float) mix).of(from, to);
    }

    private BgrImage of(BgrImage from, BgrImage to) {
        float[] steps = stepsThrough();
        return dissolve(moved(from, steps, -mix), moved(to, steps, 1 - mix), mix);
    }

    /** The whole step, in cells, of the point that passes each cell when it is {@code mix} of its way. */
    private float[] stepsThrough() {
        float[] steps = new float[2 * flow.width() * flow.height()];
        int at = 0;
        for (int y = 0; y < flow.height(); y++) {
            for (int x = 0; x < flow.width(); x++) {
                float dx = 0;
                float dy = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    float startX = x - mix * dx;
                    float startY = y - mix * dy;
                    dx = flow.dx(startX, startY);
                    dy = flow.dy(startX, startY);
                }
                steps[at++] = dx;
                steps[at++] = dy;
            }
        }
        return steps;
    }

    /** The picture with every pixel read from that part of the step away. */
    private BgrImage moved(BgrImage picture, float[] steps, float part) {
        try (Mat source = new Mat(picture.height(), picture.width(), CV_8UC3);
                Mat coarse = new Mat(flow.height(), flow.width(), CV_32FC2);
                Size size = new Size(picture.width(), picture.height());
                Mat map = new Mat();
                Mat none = new Mat();
                Scalar black = new Scalar();
                Mat moved = new Mat()) {
            source.data().put(picture.bgr());
            coarse.<FloatBuffer>createBuffer().put(steps);
            resize(coarse, map, size, 0, 0, INTER_LINEAR);
            toPlaces(map.createBuffer(), size, part * picture.width() / flow.width());
            remap(source, moved, map, none, INTER_CUBIC, BORDER_REPLICATE, black);
            byte[] bgr = new byte[picture.bgr().length];
            moved.data().get(bgr);
            return new BgrImage(picture.width(), picture.height(), bgr);
        }
    }

    /** The places to read from: that of each pixel plus so much of its step. */
    private static void toPlaces(FloatBuffer steps, Size size, float part) {
        float[] places = new float[2 * size.width() * size.height()];
        steps.get(places).rewind();
        int at = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                places[at] = x + part * places[at];
                places[at + 1] = y + part * places[at + 1];
                at += 2;
            }
        }
        steps.put(places);
    }

    /**
     * Rounds with dither: where two pictures differ by one shade, as walls do, all pixels would change in the middle of
     * the morph at once, which is very visible.
     */
    private static BgrImage dissolve(BgrImage one, BgrImage other, float mix) {
        byte[] mixed = new byte[one.bgr().length];
        int at = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                float threshold = gradientNoise(x, y);
                for (int end = at + BgrImage.BYTES_PER_PIXEL; at < end; at++) {
                    int a = one.bgr()[at] & 0xff;
                    int b = other.bgr()[at] & 0xff;
                    mixed[at] = (byte) (a + mix * (b - a) + threshold);
                }
            }
        }
        return new BgrImage(one.width(), one.height(), mixed);
    }

    /** Interleaved gradient noise, 0 to 1 (Jimenez, "Next Generation Post Processing in Call of Duty", 2014). */
    private static float gradientNoise(int x, int y) {
        float part = 0.06711056f * x + 0.00583715f * y;
        float scaled = 52.982918f * (part - (int) part);
        return scaled - (int) scaled;
    }
}

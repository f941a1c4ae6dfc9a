package avatar.mouths.blink;

import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.faces.video.BgrImage;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Paints the lids of the reference frame over the eyes of any frame, carried by the similarity of its face. Patches are
 * cached, so that blinks after the first are cheap. Used by one thread at a time.
 */
public final class BlinkPainter {

    /** Number of distinct positions of the lids. */
    private static final int POSITIONS = 48;

    private static final List<Double> SAME_LIGHT = List.of(1.0, 1.0, 1.0);

    private final Blink blink;
    private final Map<Integer, float[]> patches = new HashMap<>();

    public BlinkPainter(Blink blink) {
        this.blink = blink;
    }

    /** The reference frame with its lids at {@code closed}, 0..1. */
    public BgrImage paint(BgrImage frame, double closed) {
        return paint(frame, closed, Similarity.IDENTITY, SAME_LIGHT);
    }

    /**
     * A frame with its lids at {@code closed}; the frame itself if they are open.
     *
     * @param closed 0..1
     * @param toFrame carries the reference frame's face onto this one's
     * @param gain of red, green and blue relative to the reference frame
     */
    public BgrImage paint(BgrImage frame, double closed, Similarity toFrame, List<Double> gain) {
        int position = Math.toIntExact(Math.round(closed * POSITIONS));
        if (position == 0) {
            return frame;
        }
        float[] patch = patches.computeIfAbsent(position, this::premultiplied);
        byte[] bgr = frame.bgr().clone();
        Similarity toReference = toFrame.inverse();
        PixelBox target = boxIn(frame, toFrame);
        float[] sample = new float[4];
        for (int y = target.y(); y < target.y() + target.height(); y++) {
            for (int x = target.x(); x < target.x() + target.width(); x++) {
                double u = toReference.x(x + 0.5, y + 0.5) - blink.box().x() - 0.5;
                double v = toReference.y(x + 0.5, y + 0.5) - blink.box().y() - 0.5;
                if (read(patch, u, v, sample)) {
                    blend(bgr, (y * frame.width() + x) * 3, sample, gain);
                }
            }
        }
        return new BgrImage(frame.width(), frame.height(), bgr);
    }

    /** The part of the frame that the blink's box covers. */
    private PixelBox boxIn(BgrImage frame, Similarity toFrame) {
        PixelBox box = blink.box();
        double[] x = new double[4];
        double[] y = new double[4];
        for (int corner = 0; corner < 4; corner++) {
            double cornerX = corner % 2 == 0 ? box.x() : box.x() + box.width();
            double cornerY = corner < 2 ? box.y() : box.y() + box.height();
            x[corner] = toFrame.x(cornerX, cornerY);
            y[corner] = toFrame.y(cornerX, cornerY);
        }
        Arrays.sort(x);
        Arrays.sort(y);
        int left = (int) Math.clamp(Math.floor(x[0]), 0, frame.width());
        int top = (int) Math.clamp(Math.floor(y[0]), 0, frame.height());
        int right = (int) Math.clamp(Math.ceil(x[3]), left, frame.width());
        int bottom = (int) Math.clamp(Math.ceil(y[3]), top, frame.height());
        return new PixelBox(left, top, right - left, bottom - top);
    }

    /** Premultiplied pixels: alpha 0..1, then blue, green and red times alpha. */
    private float[] premultiplied(int position) {
        BufferedImage patch = blink.patch((double) position / POSITIONS);
        int[] argb = patch.getRGB(0, 0, patch.getWidth(), patch.getHeight(), null, 0, patch.getWidth());
        float[] mixed = new float[argb.length * 4];
        for (int i = 0; i < argb.length; i++) {
            float alpha = (argb[i] >>> 24) / 255f;
            mixed[4 * i] = alpha;
            for (int channel = 0; channel < 3; channel++) {
                mixed[4 * i + 1 + channel] = alpha * ((argb[i] >> (8 * channel)) & 0xFF);
            }
        }
        return mixed;
    }

    /** Reads bilinearly; false if the place is transparent. */
    private boolean read(float[] patch, double u, double v, float[] sample) {
        int width = blink.box().width();
        int height = blink.box().height();
        if (u < 0 || v < 0 || u > width - 1 || v > height - 1) {
            return false;
        }
        int column = Math.min((int) u, Math.max(0, width - 2));
        int row = Math.min((int) v, Math.max(0, height - 2));
        float s = (float) (u - column);
        float t = (float) (v - row);
        int at = (row * width + column) * 4;
        int right = width > 1 ? 4 : 0;
        int down = height > 1 ? 4 * width : 0;
        for (int i = 0; i < 4; i++) {
            float above = patch[at + i] + (patch[at + right + i] - patch[at + i]) * s;
            float below = patch[at + down + i] + (patch[at + down + right + i] - patch[at + down + i]) * s;
            sample[i] = above + (below - above) * t;
        }
        return sample[0] > 0;
    }

    private static void blend(byte[] bgr, int at, float[] sample, List<Double> gain) {
        for (int channel = 0; channel < 3; channel++) {
            double under = (bgr[at + channel] & 0xFF) * (1 - sample[0]);
            double over = sample[1 + channel] * gain.get(2 - channel);
            bgr[at + channel] = (byte) Math.clamp(Math.round(under + over), 0, 255);
        }
    }
}

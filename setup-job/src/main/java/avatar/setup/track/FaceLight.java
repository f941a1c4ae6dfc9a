package avatar.setup.track;

import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.setup.video.BgrImage;
import java.util.List;

/** How bright the skin around the mouth is in a picture, against the reference frame. */
public final class FaceLight {

    private static final int RAYS = 64;

    /** The ring lies between these parts of the mouth box's half axes: where the patch fades into the face. */
    private static final double[] RADII = {0.85, 0.95, 1.05};

    /** More than this is no change of light but a hand or a strand of hair. */
    private static final double MOST = 1.15;

    private final PixelBox mouthBox;
    private final double[] reference;

    public FaceLight(BgrImage referenceFrame, PixelBox mouthBox) {
        this.mouthBox = mouthBox;
        this.reference = ring(referenceFrame, Similarity.IDENTITY);
    }

    /** Gain of red, green and blue of that frame against the reference frame. */
    public List<Double> gain(BgrImage frame, Similarity similarity) {
        double[] here = ring(frame, similarity);
        return List.of(gain(here, 2), gain(here, 1), gain(here, 0));
    }

    private double gain(double[] here, int channel) {
        return Math.clamp(here[channel] / Math.max(1, reference[channel]), 1 / MOST, MOST);
    }

    /** Mean blue, green and red. */
    private double[] ring(BgrImage frame, Similarity similarity) {
        double centreX = mouthBox.x() + mouthBox.width() / 2.0;
        double centreY = mouthBox.y() + mouthBox.height() / 2.0;
        double[] sum = new double[3];
        int count = 0;
        for (int ray = 0; ray < RAYS; ray++) {
            for (double radius : RADII) {
                double angle = 2 * Math.PI * ray / RAYS;
                double x = centreX + Math.cos(angle) * radius * mouthBox.width() / 2;
                double y = centreY + Math.sin(angle) * radius * mouthBox.height() / 2;
                int px = (int) similarity.x(x, y);
                int py = (int) similarity.y(x, y);
                if (px >= 0 && py >= 0 && px < frame.width() && py < frame.height()) {
                    int at = (py * frame.width() + px) * 3;
                    for (int channel = 0; channel < 3; channel++) {
                        sum[channel] += frame.bgr()[at + channel] & 0xFF;
                    }
                    count++;
                }
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            sum[channel] /= Math.max(1, count);
        }
        return sum;
    }
}

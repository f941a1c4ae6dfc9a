package avatar.setup.track;

import avatar.contract.bundle.Similarity;
import avatar.setup.face.Point;
import avatar.setup.video.BgrImage;
import java.util.List;

/** How bright the skin around a patch is in a picture, against the reference frame. */
public final class FaceLight {

    /** More than this is no change of light but a hand or a strand of hair. */
    private static final double MOST = 1.15;

    private final Ring ring;
    private final double[] reference;

    /** @param ring where it is looked at */
    public FaceLight(BgrImage referenceFrame, Ring ring) {
        this.ring = ring;
        this.reference = mean(referenceFrame, Similarity.IDENTITY);
    }

    /** Gain of red, green and blue of that frame against the reference frame. */
    public List<Double> gain(BgrImage frame, Similarity similarity) {
        double[] here = mean(frame, similarity);
        return List.of(gain(here, 2), gain(here, 1), gain(here, 0));
    }

    private double gain(double[] here, int channel) {
        return Math.clamp(here[channel] / Math.max(1, reference[channel]), 1 / MOST, MOST);
    }

    /** Blue, green and red. */
    private double[] mean(BgrImage frame, Similarity similarity) {
        double[] sum = new double[3];
        int count = 0;
        for (Point place : ring.places()) {
            int x = (int) similarity.x(place.x(), place.y());
            int y = (int) similarity.y(place.x(), place.y());
            if (x >= 0 && y >= 0 && x < frame.width() && y < frame.height()) {
                int at = (y * frame.width() + x) * 3;
                for (int channel = 0; channel < 3; channel++) {
                    sum[channel] += frame.bgr()[at + channel] & 0xFF;
                }
                count++;
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            sum[channel] /= Math.max(1, count);
        }
        return sum;
    }
}

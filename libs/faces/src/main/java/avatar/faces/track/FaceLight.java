package avatar.faces.track;

import avatar.contract.bundle.Light;
import avatar.contract.bundle.Similarity;
import avatar.faces.video.BgrImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The brightness of the skin around a patch in a picture, relative to the reference frame. */
public final class FaceLight {

    /** A larger overall gain is not a change of light but a hand or a strand of hair. */
    private static final double MOST = 1.15;

    /** In a single direction a shadow can have a larger gain: that of a nose, or at the contour of the face. */
    private static final double MOST_IN_A_DIRECTION = 1.5;

    private static final int DECIMALS = 10_000;

    private final Ring ring;
    private final Brightness reference;

    /** @param ring of the skin that is measured */
    public FaceLight(BgrImage referenceFrame, Ring ring) {
        this.ring = ring;
        this.reference = new Brightness(referenceFrame, ring, Similarity.IDENTITY);
    }

    /** Gain of red, green and blue of that frame relative to the reference frame. */
    public List<Double> gain(BgrImage frame, Similarity similarity) {
        return gain(new Brightness(frame, ring, similarity));
    }

    /** The {@link #gain}, and that of each direction; a direction outside the picture has the overall gain. */
    public Light light(BgrImage frame, Similarity similarity) {
        Brightness here = new Brightness(frame, ring, similarity);
        List<Double> whole = gain(here);
        List<List<Double>> rim = new ArrayList<>();
        for (int i = 0; i < Light.DIRECTIONS; i++) {
            int direction = i;
            rim.add(
                    here.isSeen(i)
                            ? gains(
                                    channel -> here.in(direction, channel),
                                    channel -> reference.in(direction, channel),
                                    MOST_IN_A_DIRECTION)
                            : whole);
        }
        return new Light(whole, rim);
    }

    private List<Double> gain(Brightness here) {
        return gains(here::whole, reference::whole, MOST);
    }

    /** Red first: pictures have blue first. */
    private static List<Double> gains(IntToDoubleFunction here, IntToDoubleFunction there, double most) {
        List<Double> gains = new ArrayList<>();
        for (int channel = 2; channel >= 0; channel--) {
            double ratio = Math.max(1, here.applyAsDouble(channel)) / Math.max(1, there.applyAsDouble(channel));
            gains.add((double) Math.round(Math.clamp(ratio, 1 / most, most) * DECIMALS) / DECIMALS);
        }
        return gains;
    }
}

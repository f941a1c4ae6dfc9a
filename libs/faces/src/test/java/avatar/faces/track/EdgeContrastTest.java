package avatar.faces.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.Light;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.bundle.Track;
import avatar.faces.video.BgrImage;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class EdgeContrastTest {

    private static final PixelBox BOX = new PixelBox(30, 40, 60, 40);

    @Test
    void patchCutFromTheFrameItselfHasNone() {
        EdgeContrast contrast = new EdgeContrast(patch(0), BOX);

        contrast.add(frame(), place(Similarity.IDENTITY, 1));

        assertThat(contrast.median()).isZero();
    }

    @Test
    void brighterPatchIsOffByAsMuch() {
        EdgeContrast contrast = new EdgeContrast(patch(7), BOX);

        contrast.add(frame(), place(Similarity.IDENTITY, 1));

        assertThat(contrast.median()).isCloseTo(7, within(1e-9));
        assertThat(contrast.percentile95()).isCloseTo(7, within(1e-9));
    }

    @Test
    void gainAndPlaceOfTheFrameCount() {
        EdgeContrast contrast = new EdgeContrast(patch(0), BOX);

        contrast.add(frame(), place(Similarity.IDENTITY, 1.1));
        contrast.add(frame(), place(new Similarity(1, 0, 10, 0), 1));

        assertThat(contrast.percentile95()).isGreaterThan(10);
        assertThat(contrast.median()).isGreaterThan(8);
    }

    private static Track.TrackedFrame place(Similarity similarity, double gain) {
        return new Track.TrackedFrame(similarity, 1, Light.even(gain, gain, gain));
    }

    /** Brighter to the right. */
    private static BgrImage frame() {
        byte[] bgr = new byte[120 * 100 * 3];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) (60 + i / 3 % 120);
        }
        return new BgrImage(120, 100, bgr);
    }

    private static BufferedImage patch(int brighter) {
        BufferedImage patch = new BufferedImage(BOX.width(), BOX.height(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < BOX.height(); y++) {
            for (int x = 0; x < BOX.width(); x++) {
                int grey = 60 + BOX.x() + x + brighter;
                boolean isMiddle = x > 8 && y > 8 && x < BOX.width() - 8 && y < BOX.height() - 8;
                patch.setRGB(x, y, (isMiddle ? 255 : 90) << 24 | grey << 16 | grey << 8 | grey);
            }
        }
        return patch;
    }
}

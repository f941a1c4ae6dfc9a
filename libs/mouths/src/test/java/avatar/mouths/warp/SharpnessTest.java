package avatar.mouths.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.PixelBox;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharpnessTest {

    private static final int SIDE = 64;
    private static final PixelBox BOX = new PixelBox(0, 0, SIDE, SIDE);

    private final BgrImage picture = grained();

    @Test
    void pictureIsAsSharpAsItself() {
        assertThat(Sharpness.ratio(picture, BOX, shifted(0), new BitSet())).isCloseTo(1, within(1e-6));
    }

    @Test
    void pictureReadBetweenItsPixelsIsLessSharp() {
        assertThat(Sharpness.ratio(picture, BOX, shifted(0.5), new BitSet())).isLessThan(0.7);
    }

    @Test
    void insideOfTheMouthDoesNotCount() {
        BufferedImage striped = shifted(0);
        BitSet inside = new BitSet();
        for (int x = 20; x < 40; x++) {
            striped.setRGB(x, 30, 0xFFFFFFFF);
            inside.set(30 * SIDE + x);
        }

        assertThat(Sharpness.ratio(picture, BOX, striped, inside)).isCloseTo(1, within(1e-6));
        assertThat(Sharpness.ratio(picture, BOX, striped, new BitSet())).isGreaterThan(1.2);
    }

    @Test
    void sharpeningBringsBackWhatReadingBetweenPixelsTook() {
        Pixels reference = Pixels.of(picture, BOX);
        Pixels blurred = Pixels.of(shifted(0.3));
        BitSet all = new BitSet();
        all.set(0, SIDE * SIDE);
        BitSet measured = Sharpness.without(all, new BitSet(), SIDE, SIDE);
        float[] everywhere = new float[SIDE * SIDE];
        Arrays.fill(everywhere, 1);

        Pixels sharp = Sharpener.sharpened(blurred, reference, everywhere, measured);

        assertThat(Sharpness.ratio(reference, blurred, measured)).isLessThan(0.9);
        assertThat(Sharpness.ratio(reference, sharp, measured)).isCloseTo(1, within(0.02));
    }

    private static BgrImage grained() {
        Random random = new Random(1);
        byte[] bgr = new byte[SIDE * SIDE * 3];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) (128 + Math.clamp(Math.round(12 * random.nextGaussian()), -60, 60));
        }
        return new BgrImage(SIDE, SIDE, bgr);
    }

    private BufferedImage shifted(double by) {
        Sampler sampler = new Sampler(picture);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, MouthWarp.argb(255, sampler.at(new Point(x + 0.5 + by, y + 0.5 + by))));
            }
        }
        return image;
    }
}

package avatar.faces.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.Light;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaceLightTest {

    private static final int SIDE = 100;
    private static final PixelBox BOX = new PixelBox(20, 20, 60, 60);
    private static final Ring RING = new Ring(
            BOX,
            IntStream.range(0, 720)
                    .mapToObj(i -> new Point(
                            50 + 28 * Math.cos(i / 720.0 * 2 * Math.PI), 50 + 28 * Math.sin(i / 720.0 * 2 * Math.PI)))
                    .toList());

    private final FaceLight light = new FaceLight(picture(100, 100), RING);

    @Test
    void lightThatChangesIsAGainForEachColour() {
        BgrImage frame = picture(100, 100);
        for (int i = 0; i < frame.bgr().length; i += 3) {
            frame.bgr()[i] = 90;
        }

        assertThat(light.gain(frame, Similarity.IDENTITY)).isEqualTo(List.of(1.0, 1.0, 0.9));
    }

    @Test
    void lightFromOneSideIsAGainInThatDirection() {
        Light here = light.light(picture(80, 110), Similarity.IDENTITY);

        assertThat(here.gain().getFirst()).isCloseTo(0.95, within(0.01));
        assertThat(here.atRim(0, 0)).isEqualTo(1.1);
        assertThat(here.atRim(0, 0.5)).isEqualTo(0.8);
    }

    @Test
    void handInFrontOfAllOfItIsNoChangeOfLight() {
        assertThat(light.gain(picture(30, 30), Similarity.IDENTITY)).containsOnly(0.8696);
        assertThat(light.light(picture(30, 30), Similarity.IDENTITY).atRim(0, 0.2))
                .isCloseTo(1 / 1.5, within(1e-4));
    }

    @Test
    void directionOutOfThePictureHasTheLightOfTheWhole() {
        Similarity halfOut = new Similarity(1, 0, 50, 0);

        Light here = light.light(picture(90, 90), halfOut);

        assertThat(here.atRim(0, 0)).isEqualTo(0.9);
        assertThat(here.rim().getFirst()).isEqualTo(here.gain());
    }

    /** Grey, one half as bright as the first number says, the other as the second. */
    private static BgrImage picture(int left, int right) {
        byte[] bgr = new byte[SIDE * SIDE * 3];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) (i / 3 % SIDE < SIDE / 2 ? left : right);
        }
        return new BgrImage(SIDE, SIDE, bgr);
    }
}

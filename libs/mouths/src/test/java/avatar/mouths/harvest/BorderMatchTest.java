package avatar.mouths.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.PixelBox;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Pictures;
import avatar.mouths.warp.Mask;
import avatar.mouths.warp.Rgb;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BorderMatchTest {

    private static final BgrImage FACE = Pictures.flat(200, 160, 0xB08060);
    private static final PixelBox BOX = new PixelBox(20, 20, 160, 120);
    private static final Mask MASK = new Mask(new Point(100, 75), 80, 55, 65);

    @Test
    void lightThatFallsOtherwiseIsTakenOutUpToTheMiddle() {
        Rgb[] pixels = pixels(place -> 12 + 0.1 * (place.x() - 100) - 0.08 * (place.y() - 75));

        BgrImage matched = new BorderMatch(FACE, MASK, BOX).matched(pixels);

        assertThat(red(matched, 100, 75)).isCloseTo(0xB0, within(1.5));
        assertThat(red(matched, 150, 75)).isCloseTo(0xB0, within(1.5));
        assertThat(red(matched, 100, 120)).isCloseTo(0xB0, within(1.5));
    }

    @Test
    void mouthKeepsItsOwnColours() {
        Rgb[] pixels = pixels(place -> MASK.radius(place.x(), place.y()) < 0.4 ? -70 : 10);

        BgrImage matched = new BorderMatch(FACE, MASK, BOX).matched(pixels);

        assertThat(red(matched, 100, 75)).isCloseTo(0xB0 - 80, within(1.5));
        assertThat(red(matched, 100, 130)).isCloseTo(0xB0, within(1.5));
    }

    /** The face in the box, lighter by so much. */
    private static Rgb[] pixels(ToDoubleFunction<Point> lighter) {
        Rgb[] pixels = new Rgb[BOX.width() * BOX.height()];
        for (int i = 0; i < pixels.length; i++) {
            Point place = new Point(BOX.x() + i % BOX.width() + 0.5, BOX.y() + i / BOX.width() + 0.5);
            double more = lighter.applyAsDouble(place);
            pixels[i] = new Rgb(0xB0 + more, 0x80 + more, 0x60 + more);
        }
        return pixels;
    }

    private static double red(BgrImage matched, int x, int y) {
        return matched.bgr()[((y - BOX.y()) * BOX.width() + x - BOX.x()) * 3 + 2] & 0xFF;
    }
}

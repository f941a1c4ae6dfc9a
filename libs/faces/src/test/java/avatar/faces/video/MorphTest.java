package avatar.faces.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import avatar.faces.clips.Clips;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MorphTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 0.75})
    void placesWhatMovedOnTheStraightWay(double mix) {
        BgrImage from = presenterAt(0, 0);
        BgrImage to = presenterAt(16, -8);

        BgrImage between = Morph.between(from, to, mix);

        assertThat(Pictures.psnr(middleOf(between), middleOf(presenterAt(16 * mix, -8 * mix))))
                .isGreaterThan(36);
    }

    @Test
    void beginsAndEndsWithThePicturesThemselves() {
        BgrImage from = presenterAt(0, 0);
        BgrImage to = presenterAt(16, -8);

        assertThat(Pictures.psnr(Morph.between(from, to, 0), from)).isGreaterThan(50);
        assertThat(Pictures.psnr(Morph.between(from, to, 1), to)).isGreaterThan(50);
    }

    @Test
    void leavesAloneWhatStandsStill() {
        BgrImage from = presenterAt(0, 0);
        BgrImage to = withSquare(from, 40, 40, 30);

        BgrImage between = Morph.between(from, to, 0.5);

        assertThat(Pictures.psnr(middleOf(between), middleOf(from))).isGreaterThan(60);
    }

    @Test
    void dissolvesABareWallLittleByLittle() {
        BgrImage from = Pictures.flat(160, 120, 0x646464);
        BgrImage to = Pictures.flat(160, 120, 0x656565);

        double[] shades = IntStream.rangeClosed(1, 9)
                .mapToDouble(tenths -> mean(Morph.between(from, to, tenths / 10.0)))
                .toArray();

        for (int i = 0; i < shades.length; i++) {
            assertThat(shades[i]).isCloseTo(100 + (i + 1) / 10.0, within(0.02));
        }
    }

    @ParameterizedTest
    @CsvSource({"16, 16", "16, 400", "400, 16", "31, 57", "1080, 1920"})
    void takesPicturesOfAnyShape(int width, int height) {
        BgrImage from = Pictures.noisy(width, height, 10);
        BgrImage to = Pictures.noisy(width, height, 30);

        BgrImage between = Morph.between(from, to, 0.5);

        assertThat(mean(between)).isCloseTo((mean(from) + mean(to)) / 2, within(1.0));
    }

    @Test
    void refusesPicturesOfTwoSizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Morph.between(Pictures.flat(64, 48, 0), Pictures.flat(48, 64, 0), 0.5))
                .withMessage("Expected pictures of one size, found 64x48 and 48x64");
    }

    /** The presenter at half the size, shifted. */
    private static BgrImage presenterAt(double x, double y) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.translate(x, y);
        graphics.scale(0.5, 0.5);
        graphics.drawImage(Clips.presenter().getFirst().toBufferedImage(), 0, 0, null);
        graphics.dispose();
        return BgrImage.of(picture);
    }

    private static BgrImage withSquare(BgrImage picture, int x, int y, int side) {
        BufferedImage image = picture.toBufferedImage();
        Graphics2D graphics = image.createGraphics();
        graphics.fillRect(x, y, side, side);
        graphics.dispose();
        return BgrImage.of(image);
    }

    private static BgrImage middleOf(BgrImage picture) {
        return BgrImage.of(picture.toBufferedImage().getSubimage(WIDTH / 4, HEIGHT / 6, WIDTH / 2, HEIGHT * 2 / 3));
    }

    private static double mean(BgrImage picture) {
        return IntStream.range(0, picture.bgr().length)
                .map(i -> picture.bgr()[i] & 0xff)
                .average()
                .orElseThrow();
    }
}

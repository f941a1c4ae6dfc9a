package avatar.faces.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.faces.video.BgrImage;
import avatar.faces.video.Pictures;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenterRendererTest {

    private static final PresenterRenderer RENDERER = new PresenterRenderer();
    private static final Expression NEUTRAL = new Expression(Lids.OPEN, 0, 0, 0);
    private static final Pose AT_REST = new Pose(0, 0, 0, 0, NEUTRAL);

    @Test
    void paintsTheSamePictureForTheSamePose() {
        BgrImage before = RENDERER.render(AT_REST);
        RENDERER.render(new Pose(1, 2, 0.5, 0.7, new Expression(Lids.CLOSED, 1, 0, -1)));

        BgrImage after = RENDERER.render(AT_REST);

        assertThat(after.bgr()).isEqualTo(before.bgr());
    }

    @Test
    void putsTheLayersTogetherAsTheyAreDrawn() {
        BufferedImage whole =
                new BufferedImage(PresenterDrawing.WIDTH, PresenterDrawing.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = whole.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        Layer.cutFrom(new PresenterDrawing().paint(PresenterDrawing.GROUPS, NEUTRAL, Layer.FINENESS))
                .draw(graphics, new AffineTransform());

        BgrImage layered = RENDERER.render(AT_REST);

        assertThat(Pictures.psnr(layered, BgrImage.of(whole))).isGreaterThan(45);
    }

    @Test
    void closesTheEyesAndLeavesTheRestAlone() {
        BgrImage open = RENDERER.render(AT_REST);

        BgrImage half = RENDERER.render(with(new Expression(Lids.HALF, 0, 0, 0)));
        BgrImage closed = RENDERER.render(with(new Expression(Lids.CLOSED, 0, 0, 0)));

        Rectangle eyes = new Rectangle(545, 276, 190, 42);
        assertThat(eyes.contains(changed(open, closed))).isTrue();
        assertThat(eyes.contains(changed(open, half))).isTrue();
        assertThat(darkness(open, 586, 299)).isGreaterThan(darkness(closed, 586, 299) + 100);
    }

    @Test
    void movesTheIrisesBehindTheLids() {
        BgrImage ahead = RENDERER.render(AT_REST);

        BgrImage aside = RENDERER.render(with(new Expression(Lids.OPEN, 1.6, 0.8, 0)));

        // Where the two openings are drawn, and the half pixel by which an edge is softened.
        assertThat(new Rectangle(556, 287, 168, 28).contains(changed(ahead, aside)))
                .isTrue();
        assertThat(changed(ahead, aside).width).isGreaterThan(110);
    }

    @Test
    void keepsTheIrisesHiddenWhileTheEyesAreClosed() {
        BgrImage ahead = RENDERER.render(with(new Expression(Lids.CLOSED, 0, 0, 0)));

        BgrImage aside = RENDERER.render(with(new Expression(Lids.CLOSED, 1.6, 0.8, 0)));

        assertThat(changed(ahead, aside).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-12, 0, -3, 0", "12, 4, 3, 2.5", "-12, 0, 3, 2.5", "12, -1, -3, 0"})
    void leavesNoGapAtTheNeck(double x, double y, double tilt, double breath) {
        BgrImage image = RENDERER.render(new Pose(breath, x, y, tilt, NEUTRAL));

        // Skin, its shadow and hair are all far redder than blue; the room is grey.
        for (int row = 440; row < 535; row++) {
            for (int column = 560; column < 720; column++) {
                int at = 3 * (row * image.width() + column);
                assertThat((image.bgr()[at + 2] & 0xff) - (image.bgr()[at] & 0xff))
                        .as("at %d, %d", column, row)
                        .isGreaterThan(10);
            }
        }
    }

    @Test
    void raisesTheShouldersButNotTheLowerEdgeOfTheJacket() {
        BgrImage out = RENDERER.render(AT_REST);

        BgrImage in = RENDERER.render(new Pose(2.5, 0, 0, 0, NEUTRAL));

        assertThat(edgeBelow(out, 450, 500) - edgeBelow(in, 450, 500)).isBetween(2, 3);
        int lastRow = out.height() - 1;
        assertThat(IntStream.range(345, 935))
                .allSatisfy(x -> assertThat(Math.abs(darkness(out, x, lastRow) - darkness(in, x, lastRow)))
                        .isLessThan(20));
    }

    @Test
    void isAsSharpBetweenPixelsAsOnThem() {
        double[] sharpness = DoubleStream.of(0, 0.25, 0.5, 0.75)
                .map(shift -> sharpness(RENDERER.render(new Pose(0, shift, shift, shift / 2, NEUTRAL))))
                .toArray();

        double least = DoubleStream.of(sharpness).min().orElseThrow();
        double most = DoubleStream.of(sharpness).max().orElseThrow();

        assertThat(most / least).isLessThan(1.3);
    }

    private static Pose with(Expression expression) {
        return new Pose(0, 0, 0, 0, expression);
    }

    /** What lies around all pixels that differ by more than can be seen. */
    private static Rectangle changed(BgrImage one, BgrImage other) {
        Rectangle changed = new Rectangle(-1, -1);
        for (int i = 0; i < one.bgr().length; i++) {
            if (Math.abs((one.bgr()[i] & 0xff) - (other.bgr()[i] & 0xff)) > 5) {
                changed.add(new Rectangle(i / 3 % one.width(), i / 3 / one.width(), 1, 1));
            }
        }
        return changed;
    }

    private static int darkness(BgrImage image, int x, int y) {
        return 255 - (image.bgr()[3 * (y * image.width() + x) + 1] & 0xff);
    }

    /** The first row from {@code y} down where light turns into dark. */
    private static int edgeBelow(BgrImage image, int x, int y) {
        int row = y;
        while (darkness(image, x, row) < 120) {
            row++;
        }
        return row;
    }

    /** How much neighbours differ, over the hair and face. */
    private static double sharpness(BgrImage image) {
        double squares = 0;
        for (int y = 110; y < 480; y++) {
            for (int x = 500; x < 800; x++) {
                int across = darkness(image, x, y) - darkness(image, x + 1, y);
                int down = darkness(image, x, y) - darkness(image, x, y + 1);
                squares += across * across + down * down;
            }
        }
        return squares;
    }
}

package avatar.mouths.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.Opening;
import avatar.contract.bundle.PixelBox;
import avatar.contract.viseme.Viseme;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MouthWarpTest {

    /** Shapes that are clearly distinct; the others look much like one of these. */
    private static final List<Viseme> UNLIKE = List.of(
            Viseme.M, Viseme.AA, Viseme.AX, Viseme.EH, Viseme.IY, Viseme.W, Viseme.OH, Viseme.F, Viseme.S, Viseme.SH,
            Viseme.L);

    private static final Subject PRESENTER = Subject.presenter();
    private static final BgrImage PICTURE = PRESENTER.picture();
    private static final Face FACE = PRESENTER.face();
    private static final MouthWarp WARP = PRESENTER.warp();
    private static final PixelBox BOX = WARP.box();
    private static final Map<Viseme, BufferedImage> PATCHES =
            Stream.of(Viseme.values()).collect(Collectors.toMap(Function.identity(), WARP::patch));

    @Test
    void patchIsAsLargeAsTheBoxWholeInTheMiddleAndGoneAtTheEdge() {
        for (BufferedImage patch : PATCHES.values()) {
            assertThat(patch.getWidth()).isEqualTo(BOX.width());
            assertThat(patch.getHeight()).isEqualTo(BOX.height());
            assertThat(patch.getRGB(BOX.width() / 2, BOX.height() / 2) >>> 24).isEqualTo(255);
            assertThat(patch.getRGB(0, BOX.height() / 2) >>> 24).isLessThan(3);
            assertThat(patch.getRGB(0, 0) >>> 24).isZero();
        }
    }

    @Test
    void lipsOfEveryShapeLieWhereTheMaskIsWhole() {
        for (Viseme viseme : Viseme.values()) {
            for (Point lip : WARP.target(viseme, 1).points()) {
                assertThat(alpha(WARP, PRESENTER.frame().toPicture(lip)))
                        .as(viseme.label())
                        .isEqualTo(255);
            }
        }
    }

    @Test
    void whereverTheMouthOfTheVideoGoesTheMaskIsWhole() {
        List<Point> ownMouth = new ArrayList<>();
        for (Point lip : FACE.landmarks68().subList(48, 68)) {
            ownMouth.add(lip.plus(new Point(14, -6)));
            ownMouth.add(lip.plus(new Point(-9, 30)));
        }

        MouthWarp warp = new MouthWarp(PICTURE, FACE, ownMouth);

        assertThat(ownMouth).allSatisfy(lip -> assertThat(alpha(warp, lip)).isEqualTo(255));
        assertThat(ownMouth).anySatisfy(lip -> assertThat(alpha(WARP, lip)).isLessThan(255));
    }

    @Test
    void silenceShowsTheMouthAsItIs() {
        BufferedImage picture = PICTURE.toBufferedImage().getSubimage(BOX.x(), BOX.y(), BOX.width(), BOX.height());

        assertThat(difference(patch(Viseme.SIL), picture)).isZero();
    }

    @Test
    void shutShapesShutAMouthThatIsAgape() {
        MouthWarp warp = PRESENTER.agape(0.06).warp();

        assertThat(warp.target(Viseme.SIL, 1).gap()).isCloseTo(0, within(0.001));
        assertThat(warp.target(Viseme.M, 1).gap()).isCloseTo(0, within(0.001));
    }

    @Test
    void mouthOpensSteadilyFromOneOpeningToTheNext() {
        for (Viseme viseme : Viseme.values()) {
            double last = 0;
            for (Opening opening : Opening.values()) {
                double height = WARP.bend(viseme, opening.share()).gap().height();
                assertThat(height).as("%s %s", viseme, opening).isGreaterThanOrEqualTo(last);
                last = height;
            }
            double third = WARP.target(viseme, Opening.THIRD.share()).gap();
            assertThat(third).as(viseme.label()).isLessThan(0.02 + last / 3);
        }
    }

    @Test
    void lipsAndSkinStayAsSharpAsThePictureInEveryShape() {
        for (Viseme viseme : Viseme.values()) {
            for (Opening opening : Opening.values()) {
                assertThat(WARP.sharpness(viseme, opening.share()))
                        .as("%s %s", viseme, opening)
                        .isGreaterThan(0.8);
            }
        }
    }

    /** One with its mouth shut; one whose lips are a little apart, small in its picture. */
    @ParameterizedTest
    @CsvSource({"Video04.mp4, 0", "src_s20.mp4, 211"})
    void lipsAndSkinOfARealFaceStaySharp(String video, int frame) {
        MouthWarp warp = Subject.real(video, frame).warp();

        assertThat(Viseme.values())
                .allSatisfy(viseme -> assertThat(warp.sharpness(viseme, 1)).isGreaterThan(0.8));
    }

    @Test
    void shapesThatSoundDifferentLookDifferent() {
        for (Viseme one : UNLIKE) {
            for (Viseme other : UNLIKE) {
                if (one != other) {
                    assertThat(difference(patch(one), patch(other)))
                            .as("%s against %s", one, other)
                            .isGreaterThan(2);
                }
            }
        }
    }

    @Test
    void openMouthIsDarkInsideAndTheTeethAreLight() {
        Point seam = FACE.at(13).plus(FACE.at(14)).times(0.5);
        double eyes = FACE.eyeDistance();

        assertThat(luma(Viseme.AA, seam.x(), seam.y() + 0.07 * eyes)).isLessThan(70);
        assertThat(luma(Viseme.S, seam.x() + 3, seam.y())).isBetween(140.0, 235.0);
    }

    @Test
    void openingOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> WARP.patch(Viseme.AA, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WARP.patch(Viseme.AA, 1.1)).hasMessageContaining("1.1");
    }

    private static BufferedImage patch(Viseme viseme) {
        BufferedImage patch = PATCHES.get(viseme);
        assertThat(patch).isNotNull();
        return patch == null ? new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB) : patch;
    }

    private static int alpha(MouthWarp warp, Point place) {
        PixelBox box = warp.box();
        return warp.patch(Viseme.SIL).getRGB((int) place.x() - box.x(), (int) place.y() - box.y()) >>> 24;
    }

    private static double luma(Viseme viseme, double x, double y) {
        int rgb = patch(viseme).getRGB((int) x - BOX.x(), (int) y - BOX.y());
        return new Rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF).luma();
    }

    /** Mean absolute difference of the colours in the middle half, 0..255. */
    private static double difference(BufferedImage one, BufferedImage other) {
        double sum = 0;
        int count = 0;
        for (int y = BOX.height() / 4; y < BOX.height() * 3 / 4; y++) {
            for (int x = BOX.width() / 4; x < BOX.width() * 3 / 4; x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((one.getRGB(x, y) >> shift & 0xFF) - (other.getRGB(x, y) >> shift & 0xFF));
                    count++;
                }
            }
        }
        return sum / count;
    }
}

package avatar.mouths.blink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.faces.clips.Clips;
import avatar.faces.clips.MemoryClip;
import avatar.faces.face.Face;
import avatar.faces.face.FaceTracker;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Pictures;
import avatar.faces.video.VideoClip;
import avatar.faces.video.VideoLimits;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlinkTest {

    private static final int[] PUPILS_BETWEEN = {159, 145, 386, 374};
    private static final int[] BROWS = {105, 66, 334, 296};
    private static final int UNDER_EYE = 101;

    private static final BgrImage PICTURE = Clips.presenter().getFirst();
    private static final Face FACE = faceOf(PICTURE);
    private static final Blink BLINK = new Blink(PICTURE, FACE);

    @Test
    void patchIsAsLargeAsTheBoxAndGoneAtItsEdges() {
        BufferedImage patch = BLINK.patch();

        assertThat(patch.getWidth()).isEqualTo(BLINK.box().width());
        assertThat(patch.getHeight()).isEqualTo(BLINK.box().height());
        for (int x = 0; x < patch.getWidth(); x++) {
            assertThat(patch.getRGB(x, 0) >>> 24).isZero();
            assertThat(patch.getRGB(x, patch.getHeight() - 1) >>> 24).isZero();
        }
    }

    @Test
    void shutLidsShowSkinWhereTheEyesWere() {
        BgrImage shut = new BlinkPainter(BLINK).paint(PICTURE, 1);

        double skin = luma(PICTURE, FACE.at(UNDER_EYE));
        for (Point pupil : pupils(FACE)) {
            assertThat(luma(PICTURE, pupil)).isLessThan(0.5 * skin);
            assertThat(luma(shut, pupil)).isBetween(0.75 * skin, 1.1 * skin);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Video04.mp4", "man_musev.mp4", "drv_d13.mp4"})
    void shutLidsHideTheEyesOfRealPeople(String name) {
        BgrImage picture = pictureOf(name, 30);
        Face real = faceOf(picture);

        BgrImage shut = new BlinkPainter(new Blink(picture, real)).paint(picture, 1);

        for (Point pupil : pupils(real)) {
            double dark = luma(picture, pupil);
            assertThat(luma(shut, pupil)).isGreaterThan(dark + 30);
        }
    }

    @Test
    void lidsComeDownFromAbove() {
        BlinkPainter painter = new BlinkPainter(BLINK);

        List<Integer> hidden = new ArrayList<>();
        for (double closed : new double[] {0.25, 0.5, 0.75, 1}) {
            hidden.add(changedPixels(painter.paint(PICTURE, closed)));
        }

        assertThat(hidden).isSorted();
        assertThat(hidden.getLast()).isGreaterThan(2 * hidden.getFirst());
    }

    @Test
    void browsStayAsTheyAre() {
        BgrImage shut = new BlinkPainter(BLINK).paint(PICTURE, 1);

        for (Point brow : FACE.at(BROWS)) {
            assertThat(luma(shut, brow)).isEqualTo(luma(PICTURE, brow));
        }
    }

    @Test
    void lidsMoveBehindTheRimOfGlasses() {
        BgrImage picture = pictureOf("drv_d13.mp4", 30);
        Face real = faceOf(picture);

        BgrImage shut = new BlinkPainter(new Blink(picture, real)).paint(picture, 1);

        for (int lid : new int[] {160, 159, 158}) {
            double rim = darkestAbove(picture, real, lid);
            assertThat(darkestAbove(shut, real, lid)).isBetween(0.95 * rim, 1.4 * rim);
        }
    }

    @Test
    void refusesLidsThatAreNotOnTheirWay() {
        assertThatIllegalArgumentException().isThrownBy(() -> BLINK.patch(0));
        assertThatIllegalArgumentException().isThrownBy(() -> BLINK.patch(1.01));
    }

    @Test
    void openEyesLeaveTheFrameItself() {
        assertThat(new BlinkPainter(BLINK).paint(PICTURE, 0)).isSameAs(PICTURE);
    }

    @Test
    void lidsGoWhereTheFaceGoes() {
        BlinkPainter painter = new BlinkPainter(BLINK);
        BgrImage shut = painter.paint(PICTURE, 1);
        Similarity aside = new Similarity(1, 0, 7, -4);

        BgrImage shutAside = painter.paint(shifted(PICTURE, 7, -4), 1, aside, List.of(1.0, 1.0, 1.0));

        assertThat(Pictures.psnr(shutAside, shifted(shut, 7, -4))).isGreaterThan(50);
    }

    @Test
    void lidsAreAsDarkAsTheFrame() {
        BgrImage shut = new BlinkPainter(BLINK).paint(PICTURE, 1, Similarity.IDENTITY, List.of(0.5, 0.5, 0.5));

        Point pupil = pupils(FACE).getFirst();
        double bright = luma(new BlinkPainter(BLINK).paint(PICTURE, 1), pupil);
        assertThat(luma(shut, pupil)).isBetween(0.48 * bright, 0.52 * bright);
    }

    @Test
    void eyesThatAreCutByThePicturesEdgeAreShutAsFarAsTheyAreSeen() {
        List<Point> beyond = FACE.mesh().stream()
                .map(point ->
                        point.minus(new Point(FACE.at(33).x() - 2, FACE.at(159).y() - 2)))
                .toList();

        Blink cut = new Blink(PICTURE, new Face(beyond, 1));

        PixelBox box = cut.box();
        assertThat(box.x()).isZero();
        assertThat(box.y()).isZero();
        assertThat(new BlinkPainter(cut).paint(PICTURE, 1).width()).isEqualTo(PICTURE.width());
    }

    private static Face faceOf(BgrImage picture) {
        try (FaceTracker tracker = new FaceTracker()) {
            return tracker.track(MemoryClip.of(List.of(picture))).faces().getFirst();
        }
    }

    private static BgrImage pictureOf(String name, int frame) {
        List<BgrImage> found = new ArrayList<>();
        VideoClip.open(Pictures.realVideo(name), VideoLimits.DEFAULT.withMaxSeconds(2))
                .forEach((index, picture) -> {
                    if (index == frame) {
                        found.add(picture);
                    }
                });
        return found.getFirst();
    }

    private static List<Point> pupils(Face of) {
        List<Point> lids = of.at(PUPILS_BETWEEN);
        return List.of(
                lids.get(0).plus(lids.get(1)).times(0.5),
                lids.get(2).plus(lids.get(3)).times(0.5));
    }

    /** From a point of the right upper lid up to a fifth of the eye's width above it. */
    private static double darkestAbove(BgrImage picture, Face of, int lid) {
        double width = of.at(33).distanceTo(of.at(133));
        double darkest = 255;
        for (double y = 0.05; y < 0.2; y += 0.005) {
            darkest = Math.min(darkest, luma(picture, of.at(lid).minus(new Point(0, y * width))));
        }
        return darkest;
    }

    /** In the eyes' box. */
    private static int changedPixels(BgrImage picture) {
        int count = 0;
        for (int y = BLINK.box().y(); y < BLINK.box().y() + BLINK.box().height(); y++) {
            for (int x = BLINK.box().x(); x < BLINK.box().x() + BLINK.box().width(); x++) {
                Point at = new Point(x, y);
                count += Math.abs(luma(picture, at) - luma(PICTURE, at)) > 25 ? 1 : 0;
            }
        }
        return count;
    }

    /** Mean of three by three pixels. */
    private static double luma(BgrImage picture, Point at) {
        double sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int index = (((int) at.y() + dy) * picture.width() + (int) at.x() + dx) * 3;
                byte[] bgr = picture.bgr();
                sum += 0.114 * (bgr[index] & 0xFF) + 0.587 * (bgr[index + 1] & 0xFF) + 0.299 * (bgr[index + 2] & 0xFF);
            }
        }
        return sum / 9;
    }

    private static BgrImage shifted(BgrImage picture, int right, int down) {
        byte[] bgr = new byte[picture.bgr().length];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int fromX = Math.clamp(x - right, 0, picture.width() - 1);
                int fromY = Math.clamp(y - down, 0, picture.height() - 1);
                System.arraycopy(
                        picture.bgr(), (fromY * picture.width() + fromX) * 3, bgr, (y * picture.width() + x) * 3, 3);
            }
        }
        return new BgrImage(picture.width(), picture.height(), bgr);
    }
}

package avatar.setup.warp;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.bundle.PixelBox;
import avatar.contract.viseme.Viseme;
import avatar.setup.clips.Clips;
import avatar.setup.clips.MemoryClip;
import avatar.setup.face.Face;
import avatar.setup.face.FaceTracker;
import avatar.setup.face.Point;
import avatar.setup.video.BgrImage;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MouthWarpTest {

    /** Shapes that nobody takes for one another; those missing look much like one of these. */
    private static final List<Viseme> UNLIKE = List.of(
            Viseme.M, Viseme.AA, Viseme.AX, Viseme.EH, Viseme.IY, Viseme.W, Viseme.OH, Viseme.F, Viseme.S, Viseme.SH,
            Viseme.L);

    private static final BgrImage PICTURE = Clips.presenter().getFirst();
    private static final Map<Viseme, BufferedImage> PATCHES = new EnumMap<>(Viseme.class);
    private static Face face = new Face(List.of(), 0);
    private static PixelBox box = new PixelBox(0, 0, 1, 1);

    @BeforeAll
    static void makePatches() {
        try (FaceTracker tracker = new FaceTracker()) {
            face = tracker.track(MemoryClip.of(List.of(PICTURE))).faces().getFirst();
        }
        MouthWarp warp = new MouthWarp(PICTURE, face);
        box = warp.box();
        for (Viseme viseme : Viseme.values()) {
            PATCHES.put(viseme, warp.patch(viseme));
        }
    }

    @Test
    void patchIsAsLargeAsTheBoxWholeInTheMiddleAndGoneAtTheEdge() {
        for (BufferedImage patch : PATCHES.values()) {
            assertThat(patch.getWidth()).isEqualTo(box.width());
            assertThat(patch.getHeight()).isEqualTo(box.height());
            assertThat(patch.getRGB(box.width() / 2, box.height() / 2) >>> 24).isEqualTo(255);
            assertThat(patch.getRGB(0, box.height() / 2) >>> 24).isLessThan(3);
            assertThat(patch.getRGB(0, 0) >>> 24).isZero();
        }
    }

    @Test
    void lipsLieWhereTheMaskIsWhole() {
        BufferedImage patch = patch(Viseme.SIL);

        for (Point lip : face.landmarks68().subList(48, 68)) {
            int alpha = patch.getRGB((int) lip.x() - box.x(), (int) lip.y() - box.y()) >>> 24;
            assertThat(alpha).isGreaterThan(240);
        }
    }

    @Test
    void silenceShowsTheMouthAsItIs() {
        BufferedImage picture = PICTURE.toBufferedImage().getSubimage(box.x(), box.y(), box.width(), box.height());

        assertThat(difference(patch(Viseme.SIL), picture)).isLessThan(1.5);
    }

    @Test
    void shapesThatSoundDifferentLookDifferent() {
        for (Viseme one : UNLIKE) {
            for (Viseme other : UNLIKE) {
                if (one != other) {
                    assertThat(difference(patch(one), patch(other)))
                            .as("%s against %s", one, other)
                            .isGreaterThan(3);
                }
            }
        }
    }

    @Test
    void openMouthIsDarkInsideAndTheTeethAreLight() {
        Point seam = face.at(13).plus(face.at(14)).times(0.5);
        double eyes = face.eyeDistance();

        assertThat(luma(Viseme.AA, seam.x(), seam.y() + 0.06 * eyes)).isLessThan(70);
        assertThat(luma(Viseme.S, seam.x() + 2, seam.y())).isGreaterThan(140);
    }

    private static BufferedImage patch(Viseme viseme) {
        BufferedImage patch = PATCHES.get(viseme);
        assertThat(patch).isNotNull();
        return patch == null ? new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB) : patch;
    }

    private static double luma(Viseme viseme, double x, double y) {
        int rgb = patch(viseme).getRGB((int) x - box.x(), (int) y - box.y());
        return new Rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF).luma();
    }

    /** Mean absolute difference of the colours in the middle half, 0..255. */
    private static double difference(BufferedImage one, BufferedImage other) {
        double sum = 0;
        int count = 0;
        for (int y = box.height() / 4; y < box.height() * 3 / 4; y++) {
            for (int x = box.width() / 4; x < box.width() * 3 / 4; x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((one.getRGB(x, y) >> shift & 0xFF) - (other.getRGB(x, y) >> shift & 0xFF));
                    count++;
                }
            }
        }
        return sum / count;
    }
}

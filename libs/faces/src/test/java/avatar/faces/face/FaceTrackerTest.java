package avatar.faces.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.faces.clips.Clips;
import avatar.faces.clips.MemoryClip;
import avatar.faces.video.BgrImage;
import avatar.faces.video.WatchedClip;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FaceTrackerTest {

    private static final List<BgrImage> PRESENTER = Clips.presenter();

    @Test
    void faceThatIsHiddenForAMomentIsFoundAgain() {
        List<BgrImage> pictures = new ArrayList<>(PRESENTER);
        Collections.fill(pictures.subList(5, 9), grey());

        FaceTracker.Tracked tracked = track(pictures, FaceChoice.LARGEST);

        assertThat(tracked.gaps()).containsExactly(new Gap(5, 9));
        assertThat(tracked.faces()).hasSameSizeAs(pictures);
        assertThat(tracked.faces().get(6).confidence()).isZero();
        Point nose = tracked.faces().get(6).at(4);
        assertThat(nose.distanceTo(
                        track(PRESENTER, FaceChoice.LARGEST).faces().get(6).at(4)))
                .isLessThan(1.5);
    }

    @Test
    void clipWithoutAFaceIsGivenUpAfterThreeSeconds() {
        MemoryClip clip = new MemoryClip(Collections.nCopies(200, grey()), 30);
        AtomicInteger visited = new AtomicInteger();

        try (FaceTracker tracker = new FaceTracker()) {
            assertThatThrownBy(() -> tracker.track(
                            new WatchedClip(clip, (index, picture) -> visited.incrementAndGet()),
                            clip,
                            FaceChoice.LARGEST))
                    .hasMessage("No face in 3.0 s of pictures; expected one that looks towards the camera");
        }
        assertThat(visited).hasValue(90);
    }

    @Test
    void ofTwoFacesTheOneNearestToAPlaceIsFollowed() {
        List<BgrImage> two =
                PRESENTER.stream().limit(3).map(FaceTrackerTest::twice).toList();

        assertThat(track(two, FaceChoice.LARGEST).faces().getFirst().at(4).x()).isGreaterThan(640);
        assertThat(track(two, new FaceChoice(new Point(300, 400)))
                        .faces()
                        .getFirst()
                        .at(4)
                        .x())
                .isLessThan(640);
        assertThat(track(two, new FaceChoice(new Point(0.2, 0.5)))
                        .faces()
                        .getFirst()
                        .at(4)
                        .x())
                .isLessThan(640);
        assertThat(track(two, FaceChoice.LARGEST).facesSeen()).isEqualTo(2);
    }

    @Test
    void faceTooSmallForTheWholePictureIsFoundByLookingCloser() {
        List<BgrImage> far =
                PRESENTER.stream().limit(2).map(picture -> small(picture, 0.14)).toList();

        FaceTracker.Tracked tracked = track(far, FaceChoice.LARGEST);

        double expected = track(PRESENTER.subList(0, 2), FaceChoice.LARGEST)
                        .faces()
                        .getFirst()
                        .eyeDistance()
                * 0.14;
        assertThat(tracked.faces().getFirst().eyeDistance()).isBetween(0.85 * expected, 1.15 * expected);
    }

    private static FaceTracker.Tracked track(List<BgrImage> pictures, FaceChoice choice) {
        try (FaceTracker tracker = new FaceTracker()) {
            return tracker.track(MemoryClip.of(pictures), MemoryClip.of(pictures), choice);
        }
    }

    private static BgrImage grey() {
        byte[] bgr = new byte[PRESENTER.getFirst().bgr().length];
        java.util.Arrays.fill(bgr, (byte) 120);
        return new BgrImage(PRESENTER.getFirst().width(), PRESENTER.getFirst().height(), bgr);
    }

    /** The presenter in the right half, and once more, smaller, in the left. */
    private static BgrImage twice(BgrImage picture) {
        BufferedImage both = new BufferedImage(1280, 720, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = smooth(both);
        graphics.drawImage(picture.toBufferedImage(), 320, 0, null);
        graphics.drawImage(picture.toBufferedImage(), -180, 180, 960, 540, null);
        graphics.dispose();
        return BgrImage.of(both);
    }

    /** The presenter in a corner of a large picture. */
    private static BgrImage small(BgrImage picture, double scale) {
        BufferedImage large = new BufferedImage(1280, 720, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = smooth(large);
        int width = (int) (1280 * scale);
        int height = (int) (720 * scale);
        graphics.drawImage(
                picture.toBufferedImage().getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING),
                900,
                400,
                null);
        graphics.dispose();
        return BgrImage.of(large);
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return graphics;
    }
}

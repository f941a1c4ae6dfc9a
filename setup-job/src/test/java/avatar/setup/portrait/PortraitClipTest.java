package avatar.setup.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.faces.clips.Clips;
import avatar.faces.face.Face;
import avatar.faces.face.FaceTracker;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import avatar.faces.video.OnePicture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortraitClipTest {

    private static final BgrImage STILL = presenter();
    private static final Face FACE = faceOf(STILL);
    private static final List<BgrImage> FRAMES = frames();

    @Test
    void clipHasTheStillsSizeAndLastsNineSeconds() {
        PortraitClip clip = new PortraitClip(STILL, FACE);

        assertThat(clip.width()).isEqualTo(STILL.width());
        assertThat(clip.height()).isEqualTo(STILL.height());
        assertThat(clip.fps()).isEqualTo(30);
        assertThat(FRAMES).hasSize(270).hasSize(clip.frameCount());
    }

    @Test
    void stepFromTheLastFrameToTheFirstIsLikeAnyOther() {
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < FRAMES.size(); i++) {
            steps.add(difference(FRAMES.get(i), FRAMES.get(i - 1)));
        }
        double median =
                steps.stream().sorted().skip(steps.size() / 2).findFirst().orElseThrow();

        double seam = difference(FRAMES.getFirst(), FRAMES.getLast());

        assertThat(median).isPositive();
        assertThat(seam).isBetween(0.3 * median, 2 * median);
    }

    @Test
    void edgesOfThePictureStandStill() {
        for (BgrImage frame : FRAMES) {
            for (int x = 0; x < STILL.width(); x++) {
                assertSame(frame, x, 0);
                assertSame(frame, x, STILL.height() - 1);
            }
            for (int y = 0; y < STILL.height(); y++) {
                assertSame(frame, 0, y);
                assertSame(frame, STILL.width() - 1, y);
            }
        }
    }

    @Test
    void eyesShutTwiceAndNotForLong() {
        int open = darkPixelsOfEye(STILL);

        int shut = 0;
        int blinks = 0;
        boolean wasShut = false;
        for (BgrImage frame : FRAMES) {
            boolean isShut = darkPixelsOfEye(frame) < open / 2;
            shut += isShut ? 1 : 0;
            blinks += isShut && !wasShut ? 1 : 0;
            wasShut = isShut;
        }

        assertThat(blinks).isEqualTo(2);
        assertThat(shut).isBetween(4, 16);
    }

    @Test
    void faceIsAsSharpInEveryFrame() {
        double still = sharpness(STILL);

        for (BgrImage frame : FRAMES) {
            assertThat(sharpness(frame) / still).isBetween(0.8, 1.15);
        }
    }

    /** At half its size: quicker. */
    private static BgrImage presenter() {
        BgrImage large = Clips.presenter().getFirst();
        BufferedImage small = new BufferedImage(640, 360, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(large.toBufferedImage(), 0, 0, 640, 360, null);
        graphics.dispose();
        return BgrImage.of(small);
    }

    private static Face faceOf(BgrImage picture) {
        try (FaceTracker tracker = new FaceTracker()) {
            return tracker.track(new OnePicture(picture)).faces().getFirst();
        }
    }

    private static List<BgrImage> frames() {
        List<BgrImage> frames = new ArrayList<>();
        new PortraitClip(STILL, FACE).forEach((index, picture) -> frames.add(picture));
        return frames;
    }

    private static void assertSame(BgrImage frame, int x, int y) {
        int at = (y * STILL.width() + x) * 3;
        for (int channel = 0; channel < 3; channel++) {
            int difference = (frame.bgr()[at + channel] & 0xFF) - (STILL.bgr()[at + channel] & 0xFF);
            if (Math.abs(difference) > 4) {
                assertThat(difference).as("at %d, %d", x, y).isZero();
            }
        }
    }

    /** Those of the iris, as the right eye's middle third has them. */
    private static int darkPixelsOfEye(BgrImage picture) {
        List<Point> corners = FACE.at(33, 133);
        double third = corners.getFirst().distanceTo(corners.getLast()) / 3;
        int count = 0;
        for (int y = (int) FACE.at(159).y(); y <= FACE.at(145).y(); y++) {
            for (int x = (int) (corners.getFirst().x() + third);
                    x < corners.getFirst().x() + 2 * third;
                    x++) {
                count += (picture.bgr()[(y * picture.width() + x) * 3 + 1] & 0xFF) < 120 ? 1 : 0;
            }
        }
        return count;
    }

    private static double difference(BgrImage one, BgrImage other) {
        double sum = 0;
        for (int i = 0; i < one.bgr().length; i++) {
            sum += Math.abs((one.bgr()[i] & 0xFF) - (other.bgr()[i] & 0xFF));
        }
        return sum / one.bgr().length;
    }

    /** Mean square of the Laplacian of green, from the nose to the chin. */
    private static double sharpness(BgrImage picture) {
        byte[] bgr = picture.bgr();
        int row = 3 * picture.width();
        double sum = 0;
        for (int y = (int) FACE.at(4).y(); y < FACE.at(152).y() + 10; y++) {
            for (int x = (int) FACE.at(234).x() - 10; x < FACE.at(454).x() + 10; x++) {
                int at = y * row + 3 * x + 1;
                double laplacian = 4 * (bgr[at] & 0xFF)
                        - (bgr[at - 3] & 0xFF)
                        - (bgr[at + 3] & 0xFF)
                        - (bgr[at - row] & 0xFF)
                        - (bgr[at + row] & 0xFF);
                sum += laplacian * laplacian;
            }
        }
        return sum;
    }
}

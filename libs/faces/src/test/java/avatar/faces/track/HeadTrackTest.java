package avatar.faces.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.Similarity;
import avatar.faces.clips.Clips;
import avatar.faces.clips.MemoryClip;
import avatar.faces.face.FaceTracker;
import avatar.faces.video.BgrImage;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadTrackTest {

    private static final int FRAMES = 16;
    private static final int REFERENCE = 8;
    /** One per cent of the distance of the presenter's eyes, in pixels. */
    private static final double EXACT = 1.5;

    private static final double TURN = Math.toRadians(0.4);

    @Test
    void followsAHeadThatMovesAndTurns() {
        List<BgrImage> pictures = IntStream.range(0, FRAMES)
                .mapToObj(frame -> moved(Clips.presenter().getFirst(), frame))
                .toList();

        List<Similarity> track = track(pictures);

        assertThat(track.get(REFERENCE).a()).isCloseTo(1, within(1e-12));
        for (int frame = 0; frame < FRAMES; frame++) {
            AffineTransform expected = movement(frame);
            expected.concatenate(inverse(movement(REFERENCE)));
            double[] chin = {640, 478};
            expected.transform(chin, 0, chin, 0, 1);
            assertThat(track.get(frame).x(640, 478)).as("x in frame %d", frame).isCloseTo(chin[0], within(EXACT));
            assertThat(track.get(frame).y(640, 478)).as("y in frame %d", frame).isCloseTo(chin[1], within(EXACT));
        }
    }

    private static List<Similarity> track(List<BgrImage> pictures) {
        try (FaceTracker tracker = new FaceTracker()) {
            return HeadTrack.of(
                    tracker.track(MemoryClip.of(pictures.subList(0, FRAMES))).faces(), REFERENCE, 30);
        }
    }

    private static AffineTransform movement(int frame) {
        AffineTransform movement = AffineTransform.getTranslateInstance(2.5 * frame, -0.8 * frame);
        movement.rotate(TURN * frame, 640, 520);
        return movement;
    }

    private static AffineTransform inverse(AffineTransform transform) {
        try {
            return transform.createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new AssertionError(e);
        }
    }

    private static BgrImage moved(BgrImage picture, int frame) {
        BufferedImage moved = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = moved.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture.toBufferedImage(), movement(frame), null);
        graphics.dispose();
        return BgrImage.of(moved);
    }
}

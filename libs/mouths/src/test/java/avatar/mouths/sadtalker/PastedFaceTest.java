package avatar.mouths.sadtalker;

import static avatar.mouths.harvest.Speaker.AT_REST;
import static avatar.mouths.harvest.Speaker.WARP;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.bundle.Similarity;
import avatar.contract.viseme.Viseme;
import avatar.faces.face.Face;
import avatar.faces.track.HeadTrack;
import avatar.faces.video.BgrImage;
import avatar.mouths.harvest.Speaker;
import avatar.sadtalker.pipeline.Coefficients;
import avatar.sadtalker.pipeline.Photo;
import avatar.sadtalker.pipeline.Picture;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastedFaceTest {

    @Test
    void mouthOfAHeadThatMovedIsBroughtBack() {
        Speaker talking = Speaker.saying(Viseme.AA);
        Speaker turned = talking.moved(new Similarity(1.02, 0.05, -18, -25), 1);
        try (PastedFace paste = new PastedFace(AT_REST.picture(), AT_REST.face(), nothing())) {
            Face found = paste.seen(turned.picture()).orElseThrow();
            BgrImage wanted = inBox(paste, talking, Similarity.IDENTITY);

            double brought = difference(wanted, inBox(paste, turned, HeadTrack.between(AT_REST.face(), found)));
            double left = difference(wanted, inBox(paste, turned, Similarity.IDENTITY));
            assertThat(brought).isLessThan(4).isLessThan(left / 2);
        }
    }

    private static BgrImage inBox(PastedFace paste, Speaker speaker, Similarity place) {
        return paste.inBox(speaker.picture(), place, WARP.mask(), WARP.box());
    }

    private static double difference(BgrImage a, BgrImage b) {
        long sum = 0;
        for (int i = 0; i < a.bgr().length; i++) {
            sum += Math.abs((a.bgr()[i] & 0xFF) - (b.bgr()[i] & 0xFF));
        }
        return (double) sum / a.bgr().length;
    }

    private static Photo nothing() {
        Coefficients face =
                new Coefficients(Collections.nCopies(64, 0f), Collections.nCopies(6, 0f), List.of(1f, 0f, 0f));
        return new Photo(new Picture(1, 1, new float[Picture.CHANNELS]), face, 0, 0, 1, 1);
    }
}

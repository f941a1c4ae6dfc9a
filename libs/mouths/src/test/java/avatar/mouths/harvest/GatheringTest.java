package avatar.mouths.harvest;

import static avatar.mouths.harvest.Speaker.AT_REST;
import static avatar.mouths.harvest.Speaker.WARP;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.bundle.Similarity;
import avatar.contract.viseme.Viseme;
import avatar.faces.track.FaceLight;
import avatar.faces.track.Ring;
import avatar.faces.video.BgrImage;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatheringTest {

    @Test
    void ofFramesThatAreOfferedTheSharpestIsKept() {
        Speaker sharp = Speaker.saying(Viseme.AA);
        List<Speaker> frames = List.of(AT_REST, blurred(sharp), sharp, blurred(sharp), sharp);
        TrackedClip clip = Speaker.clip(frames, Collections.nCopies(frames.size(), Similarity.IDENTITY));
        Map<Viseme, List<Offers.Offer>> offers =
                Map.of(Viseme.AA, List.of(offer(3), offer(1), offer(2)), Viseme.AO, List.of(offer(1)));
        Gathering gathering = new Gathering(
                clip,
                offers,
                WARP.box(),
                new FaceLight(AT_REST.picture(), Ring.of(WARP.patch(Viseme.SIL), WARP.box())));

        clip.clip().forEach(gathering);

        assertThat(gathering.takes().get(Viseme.AA)).extracting(Take::frame).isEqualTo(2);
        assertThat(gathering.takes().get(Viseme.AO)).extracting(Take::frame).isEqualTo(1);
    }

    private static Offers.Offer offer(int frame) {
        return new Offers.Offer(frame, 0.01);
    }

    private static Speaker blurred(Speaker speaker) {
        float[] mean = new float[25];
        Arrays.fill(mean, 1f / mean.length);
        BufferedImage image = speaker.picture().toBufferedImage();
        BufferedImage blurred = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        new ConvolveOp(new Kernel(5, 5, mean)).filter(image, blurred);
        return new Speaker(BgrImage.of(blurred), speaker.face());
    }
}

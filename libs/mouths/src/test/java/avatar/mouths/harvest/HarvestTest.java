package avatar.mouths.harvest;

import static avatar.mouths.harvest.Speaker.AT_REST;
import static avatar.mouths.harvest.Speaker.WARP;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.bundle.Light;
import avatar.contract.bundle.Similarity;
import avatar.contract.bundle.Track;
import avatar.contract.viseme.Viseme;
import avatar.faces.clips.Clips;
import avatar.faces.clips.MemoryClip;
import avatar.faces.face.Face;
import avatar.faces.face.FaceTracker;
import avatar.faces.track.EdgeContrast;
import avatar.faces.track.HeadTrack;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import avatar.faces.video.Pictures;
import avatar.faces.video.VideoClip;
import avatar.faces.video.VideoLimits;
import avatar.mouths.warp.MouthWarp;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HarvestTest {

    private static final int OPAQUE = 255;

    @Test
    void visemeIsTakenFromTheFrameThatShowsItAndWhatIsNotShownIsLeft() {
        List<Speaker> frames = List.of(AT_REST, Speaker.saying(Viseme.AA), AT_REST, Speaker.saying(Viseme.W));

        Map<Viseme, Harvested> harvested =
                Harvest.of(Speaker.clip(frames, still(frames.size())), AT_REST.picture(), WARP);

        assertThat(harvested.get(Viseme.AA)).extracting(Harvested::frame).isEqualTo(1);
        assertThat(harvested.get(Viseme.W)).extracting(Harvested::frame).isEqualTo(3);
        assertThat(harvested).doesNotContainKeys(Viseme.SIL, Viseme.M, Viseme.F, Viseme.IY, Viseme.S);
    }

    @Test
    void mouthComesAsItIsWhereverTheHeadWasAndHoweverFarBehindTheTrackAndInWhateverLight() {
        Similarity move = new Similarity(1.05, 0.03, -20, 9);
        Similarity behind = move.then(new Similarity(1, 0, 3, -4));
        List<Speaker> frames = List.of(AT_REST, Speaker.saying(Viseme.AA).moved(move, 1.06f));

        Map<Viseme, Harvested> harvested =
                Harvest.of(Speaker.clip(frames, List.of(Similarity.IDENTITY, behind)), AT_REST.picture(), WARP);

        BufferedImage patch =
                Objects.requireNonNull(harvested.get(Viseme.AA)).mouth().patch(1);
        assertThat(difference(patch, WARP.patch(Viseme.AA))).isLessThan(4);
    }

    @Test
    void mouthThatStaysShutGivesNothingAndIsNotLookedAtTwice() {
        try (FaceTracker tracker = new FaceTracker()) {
            List<Face> faces = tracker.track(MemoryClip.of(Clips.presenter())).faces();
            Clip clip = new NeverSeen();
            TrackedClip tracked = new TrackedClip(clip, faces, HeadTrack.of(faces, 0, clip.fps()), 0);

            assertThat(Harvest.of(tracked, AT_REST.picture(), WARP)).isEmpty();
        }
    }

    @Test
    void somebodyWhoTalksGivesManyMouthsThatFitTheFace() {
        Clip clip = VideoClip.open(Pictures.realVideo("face1.mp4"), VideoLimits.DEFAULT.withMaxSeconds(3));
        List<BgrImage> pictures = new ArrayList<>();
        clip.forEach((index, picture) -> pictures.add(picture));
        try (FaceTracker tracker = new FaceTracker()) {
            List<Face> faces =
                    tracker.track(new MemoryClip(pictures, clip.fps())).faces();
            int shut = shut(faces);
            MouthWarp warp = new MouthWarp(pictures.get(shut), faces.get(shut), List.of());
            TrackedClip tracked = new TrackedClip(
                    new MemoryClip(pictures, clip.fps()), faces, HeadTrack.of(faces, shut, clip.fps()), shut);

            Map<Viseme, Harvested> harvested = Harvest.of(tracked, pictures.get(shut), warp);

            assertThat(harvested).hasSizeGreaterThan(3).doesNotContainKey(Viseme.SIL);
            harvested.forEach((viseme, found) -> {
                assertThat(found.mouth().sharpness()).as(viseme.label()).isGreaterThan(0.8);
                assertThat(edgeContrast(found, pictures.get(shut), warp))
                        .as(viseme.label())
                        .isLessThan(3);
            });
        }
    }

    private static double edgeContrast(Harvested found, BgrImage reference, MouthWarp warp) {
        EdgeContrast contrast = new EdgeContrast(found.mouth().patch(1), warp.box());
        contrast.add(reference, new Track.TrackedFrame(Similarity.IDENTITY, 1, Light.even(1, 1, 1)));
        return contrast.median();
    }

    private static int shut(List<Face> faces) {
        return IntStream.range(0, faces.size())
                .boxed()
                .min(Comparator.comparingDouble(
                        frame -> LipShape.of(faces.get(frame), faces.get(frame).eyeDistance())
                                .gap()))
                .orElseThrow();
    }

    /** Mean over the pixels where both are opaque, in 255ths of green. */
    private static double difference(BufferedImage one, BufferedImage other) {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) >>> 24 == OPAQUE && other.getRGB(x, y) >>> 24 == OPAQUE) {
                    sum += Math.abs((one.getRGB(x, y) >> 8 & 0xFF) - (other.getRGB(x, y) >> 8 & 0xFF));
                    count++;
                }
            }
        }
        return sum / count;
    }

    private static List<Similarity> still(int frames) {
        return Collections.nCopies(frames, Similarity.IDENTITY);
    }

    /** A clip that must not be gone through. */
    private record NeverSeen() implements Clip {

        @Override
        public int width() {
            return 1280;
        }

        @Override
        public int height() {
            return 720;
        }

        @Override
        public double fps() {
            return 30;
        }

        @Override
        public void forEach(Visitor visitor) {
            throw new AssertionError("Nothing is wanted of it");
        }
    }
}

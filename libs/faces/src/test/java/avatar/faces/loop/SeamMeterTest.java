package avatar.faces.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.PixelBox;
import avatar.faces.clips.MemoryClip;
import avatar.faces.face.Face;
import avatar.faces.face.FaceTracker;
import avatar.faces.track.HeadTrack;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Pictures;
import avatar.faces.video.VideoClip;
import avatar.faces.video.VideoLimits;
import avatar.faces.video.VideoWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeamMeterTest {

    @TempDir
    private Path folder;

    @Test
    void comparesTheWayBackWithTheOrdinaryStep() {
        SeamReport report = measured(cut(4), 100, 102, 104, 106);

        assertThat(report.step()).isCloseTo(6, within(0.1));
        assertThat(report.medianStep()).isCloseTo(2, within(0.1));
        assertThat(report.ratio()).isCloseTo(3, within(0.1));
    }

    @Test
    void takesTheLargestStepOfTheSeam() {
        LoopPlan plan = new LoopPlan(
                LoopMode.CROSSFADE,
                List.of(LoopFrame.plain(2), LoopFrame.plain(3), LoopFrame.plain(4), new LoopFrame(5, 1, 0.5)),
                "as wanted");

        SeamReport report = measured(plan, 100, 102, 104, 109);

        assertThat(report.step()).isCloseTo(9, within(0.1));
        assertThat(measured(plan, 103, 102, 101, 106).step()).isCloseTo(5, within(0.1));
    }

    @Test
    void findsNoSeamInAStillPicture() {
        assertThat(measured(cut(3), 100, 100, 100).ratio()).isEqualTo(1);
    }

    @Test
    void wantsPictures() {
        assertThatIllegalStateException().isThrownBy(() -> new SeamMeter(cut(3)).report());
    }

    @Test
    void hardlyFindsTheSeamOfARealVideo() {
        VideoClip clip = VideoClip.open(Pictures.realVideo("Video04.mp4"), VideoLimits.DEFAULT);
        ClipFeatures features = new ClipFeatures();
        clip.forEach(features);
        LoopPlan plan = LoopPlanner.plan(LoopMode.CROSSFADE, features, headOf(clip), OptionalInt.of(60), clip.fps());
        Path file = folder.resolve("loop.mp4");

        try (VideoWriter writer = VideoWriter.create(file, clip.width(), clip.height(), clip.fps())) {
            LoopRenderer.render(clip, plan, writer::write);
        }

        SeamMeter meter = new SeamMeter(plan);
        VideoClip.open(file, VideoLimits.DEFAULT).forEach(meter);
        assertThat(plan.mode()).isEqualTo(LoopMode.CROSSFADE);
        assertThat(meter.report().ratio()).isLessThan(2);
    }

    private static HeadPath headOf(VideoClip clip) {
        try (FaceTracker tracker = new FaceTracker()) {
            List<Face> faces = tracker.track(clip).faces();
            return new HeadPath(HeadTrack.rigid(faces, 0, 30), new PixelBox(550, 120, 180, 200));
        }
    }

    private static LoopPlan cut(int frames) {
        return new LoopPlan(
                LoopMode.CUT,
                IntStream.range(0, frames).mapToObj(LoopFrame::plain).toList(),
                "as wanted");
    }

    private static SeamReport measured(LoopPlan plan, int... shades) {
        List<BgrImage> pictures = new ArrayList<>();
        for (int shade : shades) {
            byte[] bgr = new byte[64 * 48 * 3];
            Arrays.fill(bgr, (byte) shade);
            pictures.add(new BgrImage(64, 48, bgr));
        }
        SeamMeter meter = new SeamMeter(plan);
        MemoryClip.of(pictures).forEach(meter);
        return meter.report();
    }
}

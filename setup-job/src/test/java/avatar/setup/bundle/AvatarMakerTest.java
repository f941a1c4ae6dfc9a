package avatar.setup.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.Opening;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.bundle.Track;
import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Viseme;
import avatar.faces.clips.Clips;
import avatar.faces.loop.LoopMode;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Pictures;
import avatar.faces.video.VideoClip;
import avatar.faces.video.VideoLimits;
import avatar.setup.progress.Stage;
import avatar.setup.progress.Step;
import avatar.setup.report.QualityReport;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvatarMakerTest {

    @TempDir
    Path temporary;

    private static final AvatarSettings UNCUT = AvatarSettings.DEFAULT.withLoop(LoopMode.CUT);

    private final List<Step> steps = new ArrayList<>();
    private final AvatarMaker maker = new AvatarMaker(steps::add, InstantSource.system());

    @Test
    void presenterBecomesACompleteBundle() throws IOException {
        Path video = Clips.write(temporary.resolve("presenter.mp4"), UnaryOperator.identity());

        String line = maker.make(request(video)).line();

        AvatarBundle bundle = AvatarBundle.open(avatars().resolve("test"));
        assertThat(line).contains("written to", "1280x720", "one face");
        assertThat(bundle.manifest().frameCount()).isEqualTo(Clips.presenter().size());
        assertThat(bundle.track()
                        .frames()
                        .get(bundle.manifest().referenceFrame())
                        .similarity())
                .isEqualTo(Similarity.IDENTITY);
        assertThat(bundle.track().frames())
                .extracting(Track.TrackedFrame::confidence)
                .allMatch(value -> value > 0.99);
        assertThat(bundle.manifest().checksums())
                .containsKeys(AvatarBundle.PREVIEW, AvatarBundle.LANDMARKS, AvatarBundle.BLINK_PATCH);
        for (Viseme viseme : Viseme.values()) {
            for (Opening opening : Opening.values()) {
                BufferedImage patch =
                        ImageIO.read(bundle.patchFile(viseme, opening).toFile());
                assertThat(patch.getWidth()).isEqualTo(bundle.mouthBox().width());
                assertThat(patch.getHeight()).isEqualTo(bundle.mouthBox().height());
            }
        }
        assertThat(steps).extracting(Step::overall).isSorted();
        assertThat(steps).extracting(Step::stage).contains(Stage.values());
    }

    @Test
    void reportOfTheBundleHasItsQuality() throws IOException {
        Path video = Clips.write(temporary.resolve("presenter.mp4"), UnaryOperator.identity());

        maker.make(request(video));

        QualityReport report = Json.read(
                Files.readAllBytes(avatars().resolve("test").resolve(AvatarBundle.REPORT)), QualityReport.class);
        assertThat(report.detection().rate()).isEqualTo(1);
        assertThat(report.jitter().smoothed()).isLessThan(0.3);
        assertThat(report.jitter().off95()).isLessThan(2);
        assertThat(report.sharpness().minimum()).isBetween(0.8, 1.5);
        assertThat(report.edgeContrast().median()).isLessThan(3);
        assertThat(report.patches()).hasSize(Viseme.values().length).containsEntry("Aa", "warp");
    }

    @Test
    void pictureBecomesAnAvatarThatBlinks() throws IOException {
        Path picture = temporary.resolve("presenter.png");
        ImageIO.write(Clips.presenter().getFirst().toBufferedImage(), "png", picture.toFile());

        maker.make(request(picture));

        AvatarBundle bundle = AvatarBundle.open(avatars().resolve("test"));
        assertThat(bundle.manifest().frameCount()).isEqualTo(270);
        assertThat(bundle.track().frames().stream()
                        .map(Track.TrackedFrame::similarity)
                        .distinct())
                .hasSizeGreaterThan(100);
    }

    @Test
    void blinksAreDrawnIntoAVideo() {
        Path video = Clips.writeStill(temporary.resolve("stare.mp4"), 90);

        maker.make(request(video, UNCUT.withBlinks(true)));

        assertThat(framesWithOtherEyesThanTheFirst()).hasSizeBetween(4, 15);
    }

    @Test
    void completeBundleIsKeptAndAChangedOneMadeAgain() throws IOException {
        Path video = Clips.write(temporary.resolve("presenter.mp4"), UnaryOperator.identity());
        maker.make(request(video));
        Path manifest = avatars().resolve("test").resolve(AvatarBundle.MANIFEST);
        byte[] first = Files.readAllBytes(manifest);

        assertThat(maker.make(request(video)).line()).endsWith("already");

        Files.delete(avatars().resolve("test").resolve(AvatarBundle.TRACK));
        assertThat(maker.make(request(video)).line()).contains("written to");
        assertThat(Files.readAllBytes(manifest)).isEqualTo(first);
        assertThat(avatars())
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
    }

    @Test
    void ofTwoFacesTheLargerIsTaken() {
        Path video = Clips.write(temporary.resolve("two.mp4"), AvatarMakerTest::besideASmallerOne);

        String line = maker.make(request(video)).line();

        assertThat(line).contains("one of 2 faces");
        AvatarBundle bundle = AvatarBundle.open(avatars().resolve("test"));
        assertThat(bundle.mouthBox().x()).isGreaterThan(640);
    }

    @Test
    void videoWithoutAFaceLeavesNothing() {
        Path video = Clips.write(temporary.resolve("wall.mp4"), AvatarMakerTest::grey);

        assertFails(request(video), ErrorCode.NO_FACE, "No face in 0.5 s of pictures");
    }

    @Test
    void fileThatIsNoVideoLeavesNothing() throws IOException {
        Path text = Files.writeString(temporary.resolve("letter.mp4"), "Dear video");

        assertFails(request(text), ErrorCode.UNREADABLE_VIDEO, "letter.mp4");
    }

    @Test
    void emptyFileLeavesNothing() throws IOException {
        Path empty = Files.createFile(temporary.resolve("empty.mp4"));

        assertFails(request(empty), ErrorCode.UNREADABLE_VIDEO, "is empty");
    }

    @Test
    void folderLeavesNothing() {
        assertFails(request(temporary), ErrorCode.UNREADABLE_VIDEO, "is not a file");
    }

    @Test
    void missingFileLeavesNothing() {
        Path missing = temporary.resolve("missing.mp4");

        assertFails(request(missing), ErrorCode.UNREADABLE_VIDEO, "missing.mp4");
    }

    @Test
    void frameBeyondTheVideoIsReportedWithTheFramesOfTheVideo() {
        Path video = Clips.write(temporary.resolve("presenter.mp4"), UnaryOperator.identity());

        assertFails(
                request(video, UNCUT.withFrame(new FrameChoice(400))),
                ErrorCode.INVALID_FRAME,
                "Invalid frame: found 400, expected 0 to");
    }

    @Test
    void realFootageBecomesABundle() {
        AvatarRequest request = request(Pictures.realVideo("Video04.mp4"), UNCUT.withMaxSeconds(1));

        maker.make(request);

        AvatarBundle bundle = AvatarBundle.open(avatars().resolve("test"));
        assertThat(bundle.manifest().frameCount()).isEqualTo(30);
        assertThat(bundle.mouthBox().x() + bundle.mouthBox().width() / 2).isBetween(640, 660);
    }

    private void assertFails(AvatarRequest request, ErrorCode code, String message) {
        assertThatThrownBy(() -> maker.make(request))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
        try (Stream<Path> left = Files.exists(avatars()) ? Files.list(avatars()) : Stream.empty()) {
            assertThat(left).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path avatars() {
        return temporary.resolve("avatars");
    }

    private AvatarRequest request(Path video) {
        return request(video, UNCUT);
    }

    private AvatarRequest request(Path video, AvatarSettings settings) {
        return new AvatarRequest(video, "test", avatars(), settings, false);
    }

    private List<Integer> framesWithOtherEyesThanTheFirst() {
        AvatarBundle bundle = AvatarBundle.open(avatars().resolve("test"));
        PixelBox eyes = bundle.manifest().eyeBox().toPixels(1280, 720);
        List<BgrImage> first = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        VideoClip.open(bundle.baseVideo(), VideoLimits.DEFAULT).forEach((index, picture) -> {
            if (index == 0) {
                first.add(picture);
            } else if (difference(first.getFirst(), picture, eyes) > 1.5) {
                others.add(index);
            }
        });
        return others;
    }

    /** Mean over the box, of 255. */
    private static double difference(BgrImage one, BgrImage other, PixelBox box) {
        long sum = 0;
        for (int y = box.y(); y < box.y() + box.height(); y++) {
            for (int at = (y * 1280 + box.x()) * 3; at < (y * 1280 + box.x() + box.width()) * 3; at++) {
                sum += Math.abs((one.bgr()[at] & 0xFF) - (other.bgr()[at] & 0xFF));
            }
        }
        return sum / (3.0 * box.width() * box.height());
    }

    /** The presenter in the right half, and once more, smaller, in the left. */
    private static BgrImage besideASmallerOne(BgrImage picture) {
        BufferedImage source = picture.toBufferedImage();
        BufferedImage two = new BufferedImage(1280, 720, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = two.createGraphics();
        graphics.drawImage(source, 320, 0, null);
        graphics.drawImage(source.getScaledInstance(960, 540, BufferedImage.SCALE_SMOOTH), -180, 180, null);
        graphics.dispose();
        return BgrImage.of(two);
    }

    private static BgrImage grey(BgrImage picture) {
        byte[] bgr = new byte[picture.bgr().length];
        Arrays.fill(bgr, (byte) 128);
        return new BgrImage(picture.width(), picture.height(), bgr);
    }
}

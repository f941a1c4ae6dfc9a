package avatar.setup.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.Track;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Viseme;
import avatar.setup.clips.Clips;
import avatar.setup.video.BgrImage;
import avatar.setup.video.Pictures;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvatarMakerTest {

    @TempDir
    Path temporary;

    private final AvatarMaker maker = new AvatarMaker(line -> {});

    @Test
    void presenterBecomesAWholeBundle() throws IOException {
        Path video = Clips.write(temporary.resolve("presenter.mp4"), UnaryOperator.identity());

        String line = maker.make(request(video));

        AvatarBundle bundle = AvatarBundle.open(avatars().resolve("test"));
        assertThat(line).contains("written to", "1280x720", "one face");
        assertThat(bundle.manifest().frameCount()).isEqualTo(Clips.presenter().size());
        assertThat(bundle.manifest().referenceFrame())
                .isEqualTo(Clips.presenter().size() / 2);
        assertThat(bundle.track().frames())
                .extracting(Track.TrackedFrame::confidence)
                .allMatch(value -> value > 0.99);
        assertThat(bundle.manifest().checksums())
                .containsKeys(AvatarBundle.PREVIEW, AvatarBundle.LANDMARKS, AvatarBundle.BLINK_PATCH);
        for (Viseme viseme : Viseme.values()) {
            BufferedImage patch = ImageIO.read(bundle.patchFile(viseme).toFile());
            assertThat(patch.getWidth()).isEqualTo(bundle.mouthBox().width());
            assertThat(patch.getHeight()).isEqualTo(bundle.mouthBox().height());
        }
    }

    @Test
    void wholeBundleIsLeftAndAChangedOneMadeAgain() throws IOException {
        Path video = Clips.write(temporary.resolve("presenter.mp4"), UnaryOperator.identity());
        maker.make(request(video));
        Path manifest = avatars().resolve("test").resolve(AvatarBundle.MANIFEST);
        byte[] first = Files.readAllBytes(manifest);

        assertThat(maker.make(request(video))).endsWith("already");

        Files.delete(avatars().resolve("test").resolve(AvatarBundle.TRACK));
        assertThat(maker.make(request(video))).contains("written to");
        assertThat(Files.readAllBytes(manifest)).isEqualTo(first);
        assertThat(avatars())
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
    }

    @Test
    void ofTwoFacesTheLargerIsTaken() {
        Path video = Clips.write(temporary.resolve("two.mp4"), AvatarMakerTest::besideASmallerOne);

        String line = maker.make(request(video));

        assertThat(line).contains("the largest of 2 faces");
        AvatarBundle bundle = AvatarBundle.open(avatars().resolve("test"));
        assertThat(bundle.mouthBox().x()).isGreaterThan(640);
    }

    @Test
    void videoWithoutAFaceLeavesNothing() {
        Path video = Clips.write(temporary.resolve("wall.mp4"), AvatarMakerTest::grey);

        assertFails(request(video), ErrorCode.NO_FACE, "No face in frame 0");
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
    void missingFileLeavesNothing() {
        Path missing = temporary.resolve("missing.mp4");

        assertFails(request(missing), ErrorCode.UNREADABLE_VIDEO, "missing.mp4");
    }

    @Test
    void frameBeyondTheVideoIsToldWithTheFramesThereAre() {
        Path video = Clips.write(temporary.resolve("presenter.mp4"), UnaryOperator.identity());

        assertFails(request(video, OptionalInt.of(400)), ErrorCode.INVALID_FRAME, "no frame 400; there are 0 to");
    }

    @Test
    void realFootageBecomesABundle() {
        AvatarRequest request =
                new AvatarRequest(Pictures.realVideo("Video04.mp4"), "test", avatars(), OptionalInt.empty(), 1, false);

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
        return request(video, OptionalInt.empty());
    }

    private AvatarRequest request(Path video, OptionalInt frame) {
        return new AvatarRequest(video, "test", avatars(), frame, 30, false);
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

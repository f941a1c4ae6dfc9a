package avatar.faces.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoWriterTest {

    @TempDir
    private Path folder;

    @Test
    void keepsEveryPictureInOrder() {
        List<BgrImage> images = IntStream.range(0, 50)
                .mapToObj(i -> Pictures.numbered(64, 48, i))
                .toList();

        List<BgrImage> back = Pictures.readAll(Pictures.write(file(), 30, images));

        assertThat(back)
                .extracting(Pictures::numberOf)
                .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void leavesOutNoPictureHoweverNoisy() {
        List<BgrImage> images = IntStream.range(0, 40)
                .mapToObj(i -> Pictures.noisy(640, 360, i))
                .toList();

        List<BgrImage> back = Pictures.readAll(Pictures.write(file(), 30, images));

        assertThat(back)
                .extracting(Pictures::numberOf)
                .containsExactlyElementsOf(IntStream.range(0, 40).boxed().toList());
    }

    @Test
    void leavesOutNoPictureHoweverStill() {
        List<BgrImage> images = Collections.nCopies(60, Pictures.flat(64, 48, 0x808080));

        assertThat(Pictures.readAll(Pictures.write(file(), 30, images))).hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x000000, 0xffffff, 0xf0c5a7, 0xb2655d, 0x36505c, 0xc02020, 0x20c020, 0x2020c0})
    void keepsColours(int rgb) {
        BgrImage image = Pictures.flat(64, 48, rgb);

        BgrImage back = Pictures.readAll(Pictures.write(file(), 25, List.of(image, image)))
                .getLast();

        assertThat(Pictures.middle(back)[0]).isBetween((rgb & 0xff) - 2, (rgb & 0xff) + 2);
        assertThat(Pictures.middle(back)[1]).isBetween((rgb >> 8 & 0xff) - 2, (rgb >> 8 & 0xff) + 2);
        assertThat(Pictures.middle(back)[2]).isBetween((rgb >> 16) - 2, (rgb >> 16) + 2);
    }

    @Test
    void losesNothingThatCanBeSeenOfRealPictures() {
        List<BgrImage> images =
                Pictures.readAll(Pictures.realVideo("Video04.mp4")).subList(0, 40);

        List<BgrImage> back = Pictures.readAll(Pictures.write(file(), 30, images));

        assertThat(back).hasSameSizeAs(images);
        for (int i = 0; i < images.size(); i++) {
            assertThat(Pictures.psnr(images.get(i), back.get(i))).isGreaterThan(45);
        }
    }

    @Test
    void leavesOutTheLastRowAndColumnOfOddSizes() {
        BgrImage image = Pictures.leftHalfWhite(65, 49);

        BgrImage back =
                Pictures.readAll(Pictures.write(file(), 25, List.of(image))).getFirst();

        assertThat(back.width()).isEqualTo(64);
        assertThat(back.height()).isEqualTo(48);
        assertThat(Pictures.psnr(back, Pictures.leftHalfWhite(64, 48))).isGreaterThan(35);
    }

    @Test
    void canBeEnteredAtEveryPicture() throws IOException {
        Path video = Pictures.write(
                file(),
                10,
                IntStream.range(0, 3)
                        .mapToObj(i -> Pictures.numbered(64, 48, i))
                        .toList());

        assertThat(keyFramesOf(video)).containsExactly(0, 1, 2);
    }

    @Test
    void givesTheSameBytesForTheSamePictures() throws IOException {
        List<BgrImage> images =
                IntStream.range(0, 5).mapToObj(i -> Pictures.noisy(320, 240, i)).toList();

        Path one = Pictures.write(folder.resolve("one.mp4"), 30, images);
        Path other = Pictures.write(folder.resolve("other.mp4"), 30, images);

        assertThat(other).hasSameBinaryContentAs(one);
    }

    @Test
    void beginsWithItsIndexSoThatAPlayerCanStartAtOnce() throws IOException {
        Path video = Pictures.write(file(), 30, List.of(Pictures.noisy(320, 240, 1), Pictures.noisy(320, 240, 2)));

        String bytes = new String(Files.readAllBytes(video), StandardCharsets.ISO_8859_1);

        assertThat(bytes.indexOf("moov")).isLessThan(bytes.indexOf("mdat"));
    }

    @Test
    void refusesAPictureOfAnotherSize() {
        try (VideoWriter writer = VideoWriter.create(file(), 64, 48, 25)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.write(Pictures.numbered(48, 64, 1)))
                    .withMessage("Invalid picture size: found 48x64, expected 64x48");
        }
    }

    @Test
    void saysWhichFileCannotBeWritten() {
        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> VideoWriter.create(folder.resolve("absent/base.mp4"), 64, 48, 25))
                .withMessage("\"base.mp4\" could not be created for pictures of 64x48")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SETUP_FAILED));
    }

    private Path file() {
        return folder.resolve("video.mp4");
    }

    private static List<Integer> keyFramesOf(Path video) throws IOException {
        List<Integer> keyFrames = new ArrayList<>();
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(video.toFile())) {
            grabber.start();
            Frame frame = grabber.grabImage();
            for (int i = 0; frame != null; i++) {
                if (frame.keyFrame) {
                    keyFrames.add(i);
                }
                frame = grabber.grabImage();
            }
        }
        return keyFrames;
    }
}

package avatar.faces.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.problem.AvatarException;
import avatar.media.FfmpegProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that decode to very much, made by FFmpeg's own program. */
class VideoWorkTest {

    /** A hundredth of what uploads may take, so that the test takes seconds. */
    private static final VideoWork LITTLE =
            new VideoWork(VideoWork.OF_UPLOADS.decodedPixels() / 100, VideoWork.OF_UPLOADS.usedPixels() / 100);

    @TempDir
    private Path folder;

    private final FfmpegProgram ffmpeg = FfmpegProgram.bundled();

    @Test
    void smallFileOfHugePicturesIsReadInPart() throws IOException {
        Path few = ffmpeg.write(
                folder.resolve("few.mp4"), "-f", "lavfi", "-i", "color=gray:s=4096x4096:r=30:d=0.2", "-c:v", "mpeg4");
        Path file = repeated(few, 150, "many.mp4");
        assertThat(Files.size(file)).as("of 900 pictures of 50 MB").isLessThan(40_000_000);

        Read read = read(file, LITTLE);

        assertThat(read.pictures()).isEqualTo((int) Math.ceil(LITTLE.decodedPixels() / (4096.0 * 4096)));
        assertThat(read.clip().statedSeconds()).isCloseTo(30, within(1.0));
    }

    @Test
    void smallAnimationIsReadInPart() throws IOException {
        Path few = ffmpeg.write(
                folder.resolve("few.gif"), "-f", "lavfi", "-i", "color=gray:s=2000x2000:r=50:d=0.2", "-c:v", "gif");
        Path file = repeated(few, 300, "many.gif");
        assertThat(Files.size(file)).isLessThan(10_000_000);

        Read read = read(file, LITTLE);

        assertThat(read.pictures()).isBetween(2, (int) (LITTLE.usedPixels() / (1920.0 * 1920)) + 1);
    }

    @Test
    void fewPicturesThatStandForLongComeOutInPart() throws IOException {
        Path file = ffmpeg.write(
                folder.resolve("slides.mkv"),
                "-f",
                "lavfi",
                "-i",
                "testsrc=s=1280x720:r=60:d=0.2",
                "-c:v",
                "mjpeg",
                "-bsf:v",
                "setts=ts=N*(1+5000*gte(N\\,6))");

        Read read = read(file, LITTLE);

        assertThat(read.pictures()).isLessThanOrEqualTo((int) (LITTLE.usedPixels() / (1280.0 * 720)) + 1);
    }

    @Test
    void tinyPicturesAreCountedAsWorkToo() throws IOException {
        Path few = ffmpeg.write(
                folder.resolve("few.avi"), "-f", "lavfi", "-i", "testsrc=s=16x16:r=1000:d=0.2", "-c:v", "mjpeg");
        Path file = repeated(few, 20, "many.avi");

        Read read = read(file, LITTLE);

        // 400 of 4000 pictures, 1000 a second, of which 60 a second come out.
        assertThat(read.pictures()).isBetween(20, 30);
    }

    @Test
    void honestVideosAreReadWhole() {
        VideoWork work = VideoWork.OF_UPLOADS;

        assertThat(work.seconds(1280, 720, 60)).isGreaterThan(30);
        assertThat(work.seconds(1920, 1080, 30)).isGreaterThan(30);
        assertThat(work.decodedPixels() / (3840L * 2160)).as("pictures of 4K").isGreaterThan(8 * 30);
    }

    @Test
    void pictureBeyondTheLimitIsRefusedWithTheFigures() throws IOException {
        Path file = ffmpeg.write(
                folder.resolve("huge.avi"), "-f", "lavfi", "-i", "color=gray:s=5000x4000:r=1:d=1", "-c:v", "mjpeg");

        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> VideoClip.open(file, VideoLimits.DEFAULT))
                .withMessage("\"huge.avi\" has pictures of 5000x4000; at most 16777216 pixels are read");
    }

    @Test
    void codecOffTheListIsNamedWithTheList() throws IOException {
        Path file = ffmpeg.write(folder.resolve("rare.avi"), "-f", "lavfi", "-i", "testsrc=d=0.2", "-c:v", "magicyuv");

        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> VideoClip.open(file, VideoLimits.DEFAULT))
                .withMessageStartingWith(
                        "\"rare.avi\" has pictures in codec magicyuv; expected one of h264, hevc, vp8");
    }

    private record Read(VideoClip clip, int pictures) {}

    private static Read read(Path file, VideoWork work) {
        VideoClip clip =
                VideoClip.open(file, VideoLimits.DEFAULT.withMaxSeconds(30).withWork(work));
        int[] count = {0};
        clip.quick().forEach((index, picture) -> count[0]++);
        return new Read(clip, count[0]);
    }

    private Path repeated(Path file, int times, String name) throws IOException {
        return ffmpeg.write(
                folder.resolve(name), "-stream_loop", Integer.toString(times), "-i", file.toString(), "-c", "copy");
    }
}

package avatar.faces.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoReaderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"Video04.mp4, 1280, 720, 30, 127", "drv_d3.mp4, 512, 512, 30, 354", "src_s20.mp4, 480, 908, 30, 297"})
    void readsEveryPictureOfARealVideo(String name, int width, int height, double fps, int pictures) {
        try (VideoReader reader = VideoReader.open(Pictures.realVideo(name))) {
            assertThat(reader.width()).isEqualTo(width);
            assertThat(reader.height()).isEqualTo(height);
            assertThat(reader.fps()).isEqualTo(fps);
            assertThat(count(reader)).isEqualTo(pictures);
        }
    }

    @Test
    void readsAVideoWithoutSteadyRateAtItsAverageRate() {
        try (VideoReader reader = VideoReader.open(Pictures.realVideo("face1.mp4"))) {
            assertThat(reader.fps()).isCloseTo(1350 / 61.0, within(0.001));
            assertThat(count(reader)).isBetween(134, 136);
        }
    }

    @Test
    void readsAtMostSixtyPicturesASecond() {
        Path video = numberedVideo("fast.mp4", 120, 48);

        try (VideoReader reader = VideoReader.open(video)) {
            assertThat(reader.fps()).isEqualTo(60);
            assertThat(count(reader)).isEqualTo(24);
        }
    }

    @Test
    void readsNoMoreSecondsThanWanted() {
        Path video = numberedVideo("long.mp4", 30, 30);

        List<BgrImage> images = Pictures.readAll(video, VideoLimits.DEFAULT.withMaxSeconds(0.5));

        assertThat(images)
                .extracting(Pictures::numberOf)
                .containsExactlyElementsOf(IntStream.range(0, 15).boxed().toList());
    }

    @Test
    void showsAVideoUprightThatWasFilmedSideways() throws IOException {
        Path video = Pictures.write(folder.resolve("phone.mp4"), 30, List.of(Pictures.leftHalfWhite(64, 32)));
        turnByMatrix(video);

        BgrImage image = Pictures.readAll(video).getFirst();

        assertThat(image.width()).isEqualTo(32);
        assertThat(image.height()).isEqualTo(64);
        assertThat(image.bgr()[32 * 8 * 3] & 0xff).isGreaterThan(240);
        assertThat(image.bgr()[32 * 56 * 3] & 0xff).isLessThan(15);
    }

    @Test
    void showsPixelsThatAreNotSquareInTheirShape() throws IOException {
        Path video = recorded(List.of(Pictures.leftHalfWhite(64, 48)), recorder -> recorder.setAspectRatio(1.5));

        BgrImage image = Pictures.readAll(video).getFirst();

        assertThat(image.width()).isEqualTo(96);
        assertThat(image.height()).isEqualTo(48);
        assertThat(image.bgr()[44 * 3] & 0xff).isGreaterThan(240);
        assertThat(image.bgr()[52 * 3] & 0xff).isLessThan(15);
    }

    @Test
    void turnsPixelsThatAreNotSquareWithTheirPicture() throws IOException {
        Path video = recorded(List.of(Pictures.leftHalfWhite(64, 48)), recorder -> recorder.setAspectRatio(1.5));
        turnByMatrix(video);

        try (VideoReader reader = VideoReader.open(video)) {
            assertThat(reader.width()).isEqualTo(48);
            assertThat(reader.height()).isEqualTo(96);
        }
    }

    @Test
    void scalesPicturesDownToTheLongestSideWanted() {
        Path video = Pictures.write(folder.resolve("large.mp4"), 30, List.of(Pictures.leftHalfWhite(128, 96)));

        BgrImage image = Pictures.readAll(video, new VideoLimits(1_000_000, 1_000_000, 64, 60, VideoWork.ANY))
                .getFirst();

        assertThat(image.width()).isEqualTo(64);
        assertThat(image.height()).isEqualTo(48);
        assertThat(image.bgr()[28 * 3] & 0xff).isGreaterThan(240);
        assertThat(image.bgr()[36 * 3] & 0xff).isLessThan(15);
    }

    @Test
    void keepsTheRateOfAVideoInWhichOnePictureStandsForLong() throws IOException {
        int[] frames = {0, 1, 2, 3, 4, 34, 35};
        Path video = recordedAt(frames);

        List<BgrImage> images = Pictures.readAll(video);

        assertThat(images).hasSize(36);
        assertThat(images.subList(0, 6)).extracting(Pictures::numberOf).containsExactly(0, 1, 2, 3, 4, 4);
        assertThat(images.subList(33, 36)).extracting(Pictures::numberOf).containsExactly(34, 34, 35);
    }

    @Test
    void readsAnAnimatedPicture() throws IOException {
        Path file = folder.resolve("animated.gif");
        ImageIO.write(Pictures.numbered(64, 48, 20).toBufferedImage(), "gif", file.toFile());

        assertThat(Pictures.readAll(file)).extracting(Pictures::numberOf).containsExactly(20);
    }

    @ParameterizedTest
    @CsvSource({"bt709, '[177, 72, 212]'", "smpte170m, '[174, 51, 200]'", "unknown, '[174, 51, 200]'"})
    void heedsTheColourMatrixThatTheVideoNames(String matrix, String expectedBgr) throws IOException {
        Path video = pinkVideo(matrix);

        int[] bgr = Pictures.middle(Pictures.readAll(video).getFirst());

        assertThat(Arrays.toString(bgr)).isEqualTo(expectedBgr);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertRefused(folder.resolve("none.mp4"), "\"none.mp4\" does not exist");
    }

    @Test
    void refusesAFolder() {
        assertRefused(folder, "\"%s\" is not a file".formatted(folder.getFileName()));
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused(Files.createFile(folder.resolve("empty.mp4")), "\"empty.mp4\" is empty");
    }

    @Test
    void refusesText() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mp4"), "This is not a video.\n".repeat(1000));

        assertRefused(text, "\"text.mp4\" is not a readable video; expected MP4, MOV, WebM, MKV, AVI or MPEG");
    }

    @Test
    void refusesAPlaylistThatNamesOtherFiles() throws IOException {
        numberedVideo("video.mp4", 30, 5);
        Path playlist = Files.writeString(folder.resolve("list.mp4"), "ffconcat version 1.0\nfile video.mp4\n");

        assertRefused(playlist, "\"list.mp4\" is not a readable video; expected MP4, MOV, WebM, MKV, AVI or MPEG");
    }

    @Test
    void refusesSoundWithoutPictures() throws IOException {
        assertRefused(soundOnly(), "\"sound.mp4\" has no pictures");
    }

    @Test
    void refusesPicturesThatChangeTheirSize() throws IOException {
        Path small = transportStream("small.ts", 64);
        Path large = transportStream("large.ts", 128);
        Path video = folder.resolve("changes.ts");
        Files.write(video, Files.readAllBytes(small));
        Files.write(video, Files.readAllBytes(large), StandardOpenOption.APPEND);

        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> Pictures.readAll(video))
                .withMessageMatching("\"changes.ts\" changes the size or format of its pictures after 0\\.\\d s");
    }

    @Test
    void refusesAVideoThatLostItsIndex() throws IOException {
        Path video = cut(numberedVideo("video.mp4", 30, 30), 0.2);

        assertRefused(video, "\"cut.mp4\" is not a readable video; expected MP4, MOV, WebM, MKV, AVI or MPEG");
    }

    @Test
    void refusesAVideoThatWasCutOff() throws IOException {
        Path video = cut(noisyVideo(58), 0.4);

        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> Pictures.readAll(video))
                .withMessageMatching("\"cut.mp4\" is cut off: \\d\\.\\d s of pictures; expected 1\\.9 s");
    }

    @Test
    void refusesAFileLargerThanTheLimit() {
        Path video = numberedVideo("video.mp4", 30, 5);

        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> VideoReader.open(video, new VideoLimits(100, 4096, 1920, 60, VideoWork.ANY)))
                .withMessageMatching("\"video.mp4\" has \\d+ bytes; at most 100 are read");
    }

    @Test
    void refusesPicturesLargerThanTheLimit() {
        Path video = numberedVideo("video.mp4", 30, 5);

        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> VideoReader.open(video, new VideoLimits(1_000_000, 64 * 47, 1920, 60, VideoWork.ANY)))
                .withMessage("\"video.mp4\" has pictures of 64x48; at most 3008 pixels are read");
    }

    private static void assertRefused(Path file, String message) {
        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> VideoReader.open(file))
                .withMessage(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE_VIDEO));
    }

    private static int count(VideoReader reader) {
        int count = 0;
        while (reader.read() != null) {
            count++;
        }
        return count;
    }

    private Path numberedVideo(String name, double fps, int pictures) {
        return Pictures.write(
                folder.resolve(name),
                fps,
                IntStream.range(0, pictures)
                        .mapToObj(i -> Pictures.numbered(64, 48, i))
                        .toList());
    }

    private Path noisyVideo(int pictures) {
        return Pictures.write(
                folder.resolve("noisy.mp4"),
                30,
                IntStream.range(0, pictures)
                        .mapToObj(i -> Pictures.noisy(64, 48, i))
                        .toList());
    }

    private Path cut(Path video, double share) throws IOException {
        byte[] bytes = Files.readAllBytes(video);
        return Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }

    /** Says in the track header, as a phone does: to be turned clockwise by 90 degrees. */
    private static void turnByMatrix(Path video) throws IOException {
        byte[] bytes = Files.readAllBytes(video);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        ByteBuffer matrix = ByteBuffer.wrap(bytes, header + 4 + 40, 36);
        for (int value : new int[] {0, 1 << 16, 0, -1 << 16, 0, 0, 0, 0, 1 << 30}) {
            matrix.putInt(value);
        }
        Files.write(video, bytes);
    }

    private Path transportStream(String name, int width) throws IOException {
        Path file = folder.resolve(name);
        List<BgrImage> pictures = IntStream.range(0, 10)
                .mapToObj(i -> Pictures.numbered(width, 48, i))
                .toList();
        record(file, pictures, recorder -> recorder.setFormat("mpegts"), i -> i);
        return file;
    }

    private Path recorded(List<BgrImage> pictures, Consumer<FFmpegFrameRecorder> settings) throws IOException {
        Path file = folder.resolve("recorded.mp4");
        record(file, pictures, settings, i -> i);
        return file;
    }

    /** A video in which picture {@code frames[i]} comes at the time of that frame, at 30 frames a second. */
    private Path recordedAt(int... frames) throws IOException {
        Path file = folder.resolve("gaps.mp4");
        List<BgrImage> pictures = IntStream.of(frames)
                .mapToObj(frame -> Pictures.numbered(64, 48, frame))
                .toList();
        record(file, pictures, recorder -> {}, i -> frames[i]);
        return file;
    }

    private static void record(
            Path file, List<BgrImage> pictures, Consumer<FFmpegFrameRecorder> settings, IntUnaryOperator frameOf)
            throws IOException {
        BgrImage first = pictures.getFirst();
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), first.width(), first.height(), 0)) {
            recorder.setFrameRate(30);
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
            recorder.setVideoCodecName("libopenh264");
            recorder.setVideoOption("qmax", "14");
            settings.accept(recorder);
            recorder.start();
            for (int i = 0; i < pictures.size(); i++) {
                recorder.setFrameNumber(frameOf.applyAsInt(i));
                ByteBuffer pixels = ByteBuffer.allocateDirect(pictures.get(i).bgr().length);
                pixels.put(pictures.get(i).bgr()).flip();
                recorder.recordImage(
                        first.width(),
                        first.height(),
                        Frame.DEPTH_UBYTE,
                        BgrImage.BYTES_PER_PIXEL,
                        first.width() * BgrImage.BYTES_PER_PIXEL,
                        avutil.AV_PIX_FMT_BGR24,
                        pixels);
            }
        }
    }

    /** A field of Y = 110, Cb = 160, Cr = 185, in a file that names this matrix. */
    private Path pinkVideo(String matrix) throws IOException {
        int size = 64;
        Path file = folder.resolve("pink.mp4");
        ByteBuffer planes = ByteBuffer.allocateDirect(size * size * 3 / 2);
        for (int i = 0; i < planes.capacity(); i++) {
            planes.put(i, (byte) (i < size * size ? 110 : i < size * size * 5 / 4 ? 160 : 185));
        }
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), size, size, 0)) {
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
            recorder.setVideoCodecName("libopenh264");
            recorder.setVideoOption("colorspace", matrix);
            recorder.setVideoOption("qmax", "10");
            recorder.start();
            recorder.recordImage(size, size, Frame.DEPTH_UBYTE, 1, size, avutil.AV_PIX_FMT_YUV420P, planes);
        }
        return file;
    }

    private Path soundOnly() throws IOException {
        Path file = folder.resolve("sound.mp4");
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 1)) {
            recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
            recorder.start();
            recorder.recordSamples(44100, 1, ShortBuffer.wrap(new short[44100]));
        }
        return file;
    }
}

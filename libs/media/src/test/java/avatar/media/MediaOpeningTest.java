package avatar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files of FFmpeg's own encoders. */
class MediaOpeningTest {

    private static final String[] PICTURES = {"-f", "lavfi", "-i", "testsrc=d=0.4:s=352x288:r=10"};

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "magicyuv, avi",
        "huffyuv, avi",
        "ffvhuff, avi",
        "utvideo, avi",
        "ffv1, mkv",
        "asv1, avi",
        "asv2, avi",
        "zmbv, avi",
        "flashsv, flv",
        "flashsv2, flv",
        "cinepak, avi",
        "msvideo1, avi",
        "msmpeg4v2, avi",
        "jpegls, avi",
        "jpeg2000, mkv",
        "cfhd, mov",
        "qtrle, mov",
        "svq1, mov",
        "rpza, mov",
        "smc, mov",
        "targa, mov",
        "tiff, mov",
        "snow, avi",
        "speedhq, mkv",
        "v210, mov",
        "r210, mov",
        "rawvideo, avi",
        "h261, mkv",
        "dxv, mov"
    })
    void codecOffTheListIsNamedAndItsDecoderStaysClosed(String encoder, String container) throws IOException {
        Path file = videoOf(encoder, container);

        assertThat(streams(file))
                .extracting(MediaStream::kind, MediaStream::codec, MediaStream::isAllowed)
                .containsExactly(tuple(MediaStream.Kind.PICTURES, encoder, false));
        try (MediaOpening opening = MediaOpening.of(file, AllowedMedia.VIDEO)) {
            assertThatThrownBy(() -> opening.open(settings -> {}))
                    .isInstanceOf(FrameGrabber.Exception.class)
                    .hasMessageContaining("avcodec_open2");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "libopenh264, mp4, h264",
        "libopenh264, mov, h264",
        "libopenh264, mkv, h264",
        "libopenh264, ts, h264",
        "libopenh264, flv, h264",
        "libvpx, webm, vp8",
        "libvpx-vp9, webm, vp9",
        "libaom-av1, webm, av1",
        "libaom-av1, mp4, av1",
        "mpeg4, avi, mpeg4",
        "mpeg2video, mpg, mpeg2video",
        "mpeg1video, mpg, mpeg1video",
        "h263, 3gp, h263",
        "flv, flv, flv1",
        "wmv1, asf, wmv1",
        "wmv2, wmv, wmv2",
        "mjpeg, avi, mjpeg",
        "mjpeg, mov, mjpeg",
        "prores, mov, prores",
        "dnxhd, mov, dnxhd",
        "dvvideo, avi, dvvideo",
        "png, mov, png",
        "gif, gif, gif"
    })
    void videoOfPhonesCamerasBrowsersAndEditorsIsDecoded(String encoder, String container, String codec)
            throws IOException {
        assertDecoded(videoOf(encoder, container), codec);
    }

    @ParameterizedTest
    @CsvSource({"libx265, mp4, hevc", "libtheora, ogv, theora"})
    void videoOfEncodersUnderOtherLicencesIsDecoded(String encoder, String container, String codec) throws IOException {
        assertDecoded(FfmpegProgram.installed().write(folder.resolve("video." + container), arguments(encoder)), codec);
    }

    @Test
    void decodersOfSoundAndCoversStayClosedBesideThePictures() throws IOException {
        Path cover = FfmpegProgram.bundled().write(folder.resolve("cover.png"), arguments("png", "-frames:v", "1"));
        Path video = videoOf("libopenh264", "mp4");
        Path file = FfmpegProgram.bundled()
                .write(
                        folder.resolve("covered.mp4"),
                        "-i",
                        cover.toString(),
                        "-i",
                        video.toString(),
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=d=0.4",
                        "-map",
                        "0",
                        "-map",
                        "1",
                        "-map",
                        "2",
                        "-c:v:0",
                        "tiff",
                        "-c:v:1",
                        "copy",
                        "-c:a",
                        "alac",
                        "-disposition:v:0",
                        "attached_pic",
                        "-f",
                        "matroska");

        assertThat(streams(file))
                .extracting(MediaStream::codec, MediaStream::isAllowed)
                .contains(tuple("tiff", false), tuple("h264", true), tuple("alac", false));
    }

    @ParameterizedTest
    @CsvSource({"apng, apng", "ffmetadata, txt", "webp, webp", "nut, nut", "h264, h264"})
    void containerOffTheListHasNoStreams(String name, String ending) throws IOException {
        Path file = folder.resolve("other." + ending);
        if (name.equals("ffmetadata")) {
            Files.writeString(file, ";FFMETADATA1\ntitle=none\n");
        } else {
            FfmpegProgram.bundled().write(file, PICTURES);
        }

        assertThat(streams(file)).isEmpty();
    }

    @Test
    void playlistIsNotFollowed() throws IOException {
        Path video = videoOf("libopenh264", "mp4");
        Path playlist =
                Files.writeString(folder.resolve("list.mp4"), "ffconcat version 1.0\nfile " + video.getFileName());
        Path hls = Files.writeString(
                folder.resolve("hls.mp4"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + video.getFileName() + "\n#EXT-X-ENDLIST\n");

        assertThat(streams(playlist)).isEmpty();
        assertThat(streams(hls)).isEmpty();
    }

    @Test
    void fileInMemoryIsReadInItsContainerAlone() throws IOException {
        AllowedMedia waves = new AllowedMedia(List.of("wav"), List.of("pcm_s16le"));
        byte[] sound = Files.readAllBytes(
                FfmpegProgram.bundled().write(folder.resolve("sound.wav"), "-f", "lavfi", "-i", "sine=d=0.2"));
        byte[] other = Files.readAllBytes(FfmpegProgram.bundled()
                .write(folder.resolve("other.wav"), "-f", "lavfi", "-i", "sine=d=0.2", "-c:a", "adpcm_ms"));
        byte[] video = Files.readAllBytes(videoOf("libopenh264", "mp4"));

        assertThat(streams(sound, waves))
                .containsExactly(new MediaStream(MediaStream.Kind.SOUND, "pcm_s16le", true, 0, 0));
        assertThat(streams(other, waves))
                .containsExactly(new MediaStream(MediaStream.Kind.SOUND, "adpcm_ms", false, 0, 0));
        try (MediaOpening opening = MediaOpening.of(other, waves)) {
            assertThatThrownBy(() -> opening.open(settings -> {})).hasMessageContaining("avcodec_open2");
        }
        assertThat(streams(video, waves)).isEmpty();
    }

    private static List<MediaStream> streams(Path file) {
        try (MediaOpening opening = MediaOpening.of(file, AllowedMedia.VIDEO)) {
            return opening.streams();
        }
    }

    private static List<MediaStream> streams(byte[] file, AllowedMedia allowed) {
        try (MediaOpening opening = MediaOpening.of(file, allowed)) {
            return opening.streams();
        }
    }

    private static void assertDecoded(Path file, String codec) throws IOException {
        assertThat(streams(file))
                .extracting(MediaStream::codec, MediaStream::isAllowed)
                .containsExactly(tuple(codec, true));
        try (MediaOpening opening = MediaOpening.of(file, AllowedMedia.VIDEO);
                FFmpegFrameGrabber grabber =
                        opening.open(settings -> settings.setImageMode(FrameGrabber.ImageMode.RAW))) {
            Frame first = grabber.grabImage();
            assertThat(first).isNotNull();
            assertThat(first.imageWidth).isPositive();
        }
    }

    private Path videoOf(String encoder, String container) throws IOException {
        return FfmpegProgram.bundled().write(folder.resolve("video." + container), arguments(encoder));
    }

    private static String[] arguments(String encoder, String... more) {
        List<String> arguments = new ArrayList<>(List.of(PICTURES));
        switch (encoder) {
            case "dvvideo" -> arguments.addAll(List.of("-s", "720x576", "-r", "25", "-pix_fmt", "yuv420p"));
            case "dnxhd" -> arguments.addAll(List.of("-pix_fmt", "yuv422p", "-profile:v", "dnxhr_sq"));
            case "mpeg1video", "mpeg2video", "speedhq" -> arguments.addAll(List.of("-r", "25"));
            case "snow" -> arguments.addAll(List.of("-strict", "experimental"));
            case "libx265" -> arguments.addAll(List.of("-x265-params", "log-level=none"));
            case "libaom-av1" -> arguments.addAll(List.of("-cpu-used", "8"));
            case "libopenh264", "libvpx", "mpeg4", "h263", "flv", "libtheora" ->
                arguments.addAll(List.of("-pix_fmt", "yuv420p"));
            default -> {}
        }
        arguments.addAll(List.of("-c:v", encoder));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }
}

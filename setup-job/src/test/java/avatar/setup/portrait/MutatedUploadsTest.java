package avatar.setup.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.faces.video.VideoClip;
import avatar.faces.video.VideoLimits;
import avatar.faces.video.VideoWork;
import avatar.media.FfmpegProgram;
import avatar.media.MutationRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos and pictures with faults, read as a setup reads them. */
class MutatedUploadsTest {

    /** Endings, with encoders that are not FFmpeg's choice for them. */
    private static final List<List<String>> VIDEOS = List.of(
            List.of("h264.mp4", "-c:v", "libopenh264", "-pix_fmt", "yuv420p"),
            List.of("h264.ts", "-c:v", "libopenh264", "-pix_fmt", "yuv420p"),
            List.of("h264.mkv", "-c:v", "libopenh264", "-pix_fmt", "yuv420p"),
            List.of("flv1.flv", "-c:v", "flv"),
            List.of("vp8.webm", "-c:v", "libvpx"),
            List.of("vp9.webm", "-c:v", "libvpx-vp9"),
            List.of("av1.mp4", "-c:v", "libaom-av1", "-cpu-used", "8"),
            List.of("mpeg4.avi", "-c:v", "mpeg4"),
            List.of("mpeg2.mpg", "-c:v", "mpeg2video", "-r", "25"),
            List.of("mjpeg.mov", "-c:v", "mjpeg"),
            List.of("prores.mov", "-c:v", "prores"),
            List.of("png.mov", "-c:v", "png"),
            List.of("wmv2.wmv", "-c:v", "wmv2"),
            List.of("moving.gif"));

    private static final List<String> PICTURES = List.of("p.png", "p.jpg", "p.webp", "p.bmp", "p.tiff", "p.gif");

    private static final String SIZE = "testsrc=d=0.4:s=96x64:r=10";

    @TempDir
    Path folder;

    @Test
    void mutatedUploadIsReadOrRefusedForAForeseenReasonInSeconds() throws Exception {
        Path samples = Files.createDirectory(folder.resolve("samples"));
        FfmpegProgram ffmpeg = FfmpegProgram.bundled();
        for (List<String> video : VIDEOS) {
            List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", SIZE));
            arguments.addAll(video.subList(1, video.size()));
            ffmpeg.write(samples.resolve(video.getFirst()), arguments.toArray(String[]::new));
        }
        for (String picture : PICTURES) {
            ffmpeg.write(samples.resolve(picture), "-f", "lavfi", "-i", SIZE, "-frames:v", "1");
        }

        MutationRun.Result result = MutationRun.of(Reading.class, samples, "400m");

        System.out.println(result);
        assertThat(result.faults()).isEmpty();
        assertThat(result.outcomes()).containsKeys(Reading.ACCEPTED, ErrorCode.UNREADABLE_VIDEO.name());
    }

    /** In a process of its own. */
    static final class Reading {

        static final String ACCEPTED = "accepted";

        private static final long SLOW_MILLIS = 20_000;

        private Reading() {}

        public static void main(String[] arguments) throws IOException {
            MutationRun.readAll(arguments, Reading::read, SLOW_MILLIS);
        }

        private static String read(Path file) {
            try {
                if (Portrait.isStill(file)) {
                    Portrait.read(file);
                } else {
                    VideoLimits limits = VideoLimits.DEFAULT.withMaxSeconds(30).withWork(VideoWork.OF_UPLOADS);
                    VideoClip.open(file, limits).quick().forEach((index, picture) -> {});
                }
                return ACCEPTED;
            } catch (AvatarException e) {
                return e.code().name();
            }
        }
    }
}

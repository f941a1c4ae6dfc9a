package avatar.cli.say;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.cli.fake.Cli;
import avatar.cli.fake.SmallAvatar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speech saved without a running system, with real voices and a real encoder, and decoded again. */
class LocalSavingTest {

    private static final double MICROS = 1e6;
    private static final int AUDIBLE = 1_000;

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    @BeforeAll
    static void writeAvatar() throws IOException {
        SmallAvatar.write(data.resolve("avatars/grey"));
    }

    @Test
    void rendersTheAvatarWithItsMouthMovingDuringTheSound() throws IOException {
        Path file = folder.resolve("video.mp4");

        Cli run = save("say", "Hello there, how are you?", "--save", file, "--voice", "flite-slt", "--lead-in", "0.6");

        Video video = Video.read(file);
        assertThat(run).isEqualTo(new Cli(0, "%s: %.1f s\n".formatted(file, video.seconds()), ""));
        assertThat(video.isMouthOpen()).hasSize((int) Math.round(video.seconds() * SmallAvatar.FPS));
        assertThat(video.firstSound()).isCloseTo(0.64, within(0.1));
        // Closed before and after the speech, open in between.
        assertThat(video.isMouthOpen().subList(0, 12)).containsOnly(false);
        assertThat(video.isMouthOpen().subList(15, video.isMouthOpen().size())).contains(true);
        assertThat(video.isMouthOpen().getLast()).isFalse();
        assertThat(folder).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void rendersSlowerSmallerAndAsWebm() throws IOException {
        Path file = folder.resolve("video.webm");

        Cli run = save(
                "render",
                "Hello there, how are you?",
                "--output",
                file,
                "--voice",
                "flite-slt",
                "--fps",
                "10",
                "--width",
                "80");

        Video video = Video.read(file);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(video.width()).isEqualTo(80);
        assertThat(video.isMouthOpen())
                .hasSize((int) Math.round(video.seconds() * 10))
                .contains(true, false);
    }

    @Test
    void savesTheSoundAlone() throws IOException, UnsupportedAudioFileException {
        Path sound = folder.resolve("sound.wav");

        Cli run = save("render", "Good morning.", "--output", sound, "--voice", "flite-slt", "--json");

        try (AudioInputStream wav = AudioSystem.getAudioInputStream(sound.toFile())) {
            double seconds = wav.getFrameLength() / wav.getFormat().getFrameRate();
            byte[] samples = wav.readAllBytes();
            assertThat(wav.getFormat().getSampleRate()).isEqualTo(16_000);
            assertThat(seconds).isBetween(0.5, 2.0);
            assertThat(samples).contains(new byte[] {1}).hasSize((int) (seconds * 16_000 * 2));
            assertThat(run.out()).startsWith("{\"file\":\"%s\",\"duration\":".formatted(sound));
        }
    }

    @Test
    void saysWhichVoiceAvatarOrVideoIsUnknown() {
        Path file = folder.resolve("video.mp4");

        assertThat(save("render", "Hello.", "--output", file, "--voice", "bob"))
                .isEqualTo(new Cli(
                        1,
                        "",
                        "avatar: Voice 'bob' is unknown; './avatar voices' lists those there "
                                + "are, flite-slt for example\n"));
        assertThat(save("render", "Hello.", "--output", file, "--avatar", "anna"))
                .isEqualTo(new Cli(
                        1,
                        "",
                        "avatar: Found no avatar 'anna' in %s, only [grey]; create it with ./avatar setup --id anna --video FILE\n"
                                .formatted(data.resolve("avatars"))));
        assertThat(save("render", "Hello.", "--output", file, "--width", "81").err())
                .isEqualTo("avatar: Expected an even width of 16 to 4096 pixels, found 81\n");
        assertThat(save("render", "Hello.", "--output", file, "--video", "absent.mp4"))
                .isEqualTo(new Cli(
                        1,
                        "",
                        "avatar: Found no file 'absent.mp4'; expected --video with a video or a picture of a face\n"));
        assertThat(folder).isEmptyDirectory();
    }

    private static Cli save(String command, String text, String option, Path file, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(command, text, option, file.toString(), "--data", data.toString()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    /** A video file as a player decodes it. */
    private record Video(int width, double seconds, List<Boolean> isMouthOpen, double firstSound) {

        static Video read(Path file) throws IOException {
            assertThat(Files.size(file)).isPositive();
            avutil.av_log_set_level(avutil.AV_LOG_ERROR);
            try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
                grabber.start();
                List<Boolean> isMouthOpen = new ArrayList<>();
                double firstSound = Double.NaN;
                for (Frame frame = grabber.grab(); frame != null; frame = grabber.grab()) {
                    if (frame.image != null) {
                        isMouthOpen.add(isRed(frame));
                    } else if (Double.isNaN(firstSound) && isAudible(frame)) {
                        firstSound = frame.timestamp / MICROS;
                    }
                }
                return new Video(grabber.getImageWidth(), grabber.getLengthInTime() / MICROS, isMouthOpen, firstSound);
            } catch (FrameGrabber.Exception e) {
                throw new IOException(e);
            }
        }

        /** Whether the middle of the mouth is red. */
        private static boolean isRed(Frame frame) {
            int x = frame.imageWidth * (SmallAvatar.MOUTH.x() + SmallAvatar.MOUTH.width() / 2) / SmallAvatar.WIDTH;
            int y = frame.imageHeight * (SmallAvatar.MOUTH.y() + SmallAvatar.MOUTH.height() / 2) / SmallAvatar.HEIGHT;
            ByteBuffer bgr = (ByteBuffer) frame.image[0];
            int at = y * frame.imageStride + x * 3;
            return Byte.toUnsignedInt(bgr.get(at + 2)) - Byte.toUnsignedInt(bgr.get(at + 1)) > 60;
        }

        private static boolean isAudible(Frame frame) {
            ShortBuffer samples = (ShortBuffer) frame.samples[0];
            while (samples.hasRemaining()) {
                if (Math.abs(samples.get()) > AUDIBLE) {
                    return true;
                }
            }
            return false;
        }
    }
}

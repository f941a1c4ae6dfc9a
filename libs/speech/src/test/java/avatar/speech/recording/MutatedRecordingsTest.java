package avatar.speech.recording;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.media.FfmpegProgram;
import avatar.media.MutationRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings with faults, read as for speech. */
class MutatedRecordingsTest {

    private static final List<List<String>> RECORDINGS = List.of(
            List.of("s16.wav"),
            List.of("s24.wav", "-c:a", "pcm_s24le"),
            List.of("float.wav", "-c:a", "pcm_f32le"),
            List.of("alaw.wav", "-c:a", "pcm_alaw"),
            List.of("mono.mp3", "-c:a", "libmp3lame"),
            List.of("opus.ogg", "-c:a", "libopus"),
            List.of("vorbis.ogg", "-c:a", "vorbis", "-ac", "2", "-strict", "experimental"),
            List.of("flac.ogg", "-c:a", "flac"));

    @TempDir
    Path folder;

    @Test
    void mutatedRecordingIsReadOrRefusedForAForeseenReasonInSeconds() throws Exception {
        Path samples = Files.createDirectory(folder.resolve("samples"));
        for (List<String> recording : RECORDINGS) {
            List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "sine=d=0.5"));
            arguments.addAll(recording.subList(1, recording.size()));
            FfmpegProgram.bundled().write(samples.resolve(recording.getFirst()), arguments.toArray(String[]::new));
        }

        MutationRun.Result result = MutationRun.of(Reading.class, samples, "200m");

        System.out.println(result);
        assertThat(result.faults()).isEmpty();
        assertThat(result.outcomes()).containsKeys(Reading.ACCEPTED, ErrorCode.INVALID_AUDIO.name());
    }

    /** In a process of its own. */
    static final class Reading {

        static final String ACCEPTED = "accepted";

        private static final long SLOW_MILLIS = 10_000;
        private static final Recordings RECORDINGS = new Recordings(64 << 20, Duration.ofMinutes(5));

        private Reading() {}

        public static void main(String[] arguments) throws IOException {
            MutationRun.readAll(arguments, Reading::read, SLOW_MILLIS);
        }

        private static String read(Path file) throws IOException {
            try {
                RECORDINGS.soundOf(Files.readAllBytes(file));
                return ACCEPTED;
            } catch (AvatarException e) {
                return e.code().name();
            }
        }
    }
}

package avatar.lips.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.phonetics.align.Recording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaveFileTest {

    private static final int RATE = 8_000;

    @TempDir
    Path folder;

    @Test
    void channelsBecomeTheirMean() throws IOException {
        ByteBuffer stereo = ByteBuffer.allocate(4 * RATE).order(ByteOrder.LITTLE_ENDIAN);
        while (stereo.hasRemaining()) {
            stereo.putShort((short) 1_000).putShort((short) -400);
        }

        Recording recording = read(Waves.of(new AudioFormat(RATE, 16, 2, true, false), stereo.array()));

        assertThat(recording.duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(recording.audio().order(ByteOrder.LITTLE_ENDIAN).getShort(100))
                .isEqualTo((short) 300);
    }

    static Stream<AudioFormat> formats() {
        return Stream.of(
                new AudioFormat(RATE, 8, 1, false, false),
                new AudioFormat(RATE, 24, 1, true, false),
                new AudioFormat(RATE, 32, 1, true, false),
                new AudioFormat(Encoding.PCM_FLOAT, RATE, 32, 1, 4, RATE, false),
                new AudioFormat(Encoding.ULAW, RATE, 8, 1, 1, RATE, false),
                new AudioFormat(Encoding.ALAW, RATE, 8, 1, 1, RATE, false));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void otherEncodingsAreAsLongAsTheyAre(AudioFormat format) throws IOException {
        Recording recording = read(Waves.of(format, new byte[RATE * format.getFrameSize()]));

        assertThat(recording.duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(recording.sampleRateHz()).isEqualTo(RATE);
    }

    @Test
    void otherFilesAreRefused() {
        assertRefused("I am no sound".getBytes(StandardCharsets.UTF_8), "Expected a WAV file: found another format");
        assertRefused(new byte[0], "Expected a WAV file: found another format");
    }

    @Test
    void headerWithoutSoundIsRefused() {
        byte[] wave = Waves.of(new AudioFormat(RATE, 16, 1, true, false), new byte[RATE]);

        assertRefused(Arrays.copyOf(wave, 44), "Expected 50 ms to 10 minutes of sound, found 0.00 s");
    }

    @Test
    void tooMuchSoundIsRefused() {
        byte[] pcm = new byte[2 * RATE * 602];

        assertRefused(
                Waves.of(new AudioFormat(RATE, 16, 1, true, false), pcm),
                "Expected 50 ms to 10 minutes of sound, found 601.00 s");
    }

    private void assertRefused(byte[] file, String message) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_AUDIO))
                .hasMessage(message);
    }

    private Recording read(byte[] wave) throws IOException {
        return WaveFile.read(Files.write(folder.resolve("sound.wav"), wave));
    }
}

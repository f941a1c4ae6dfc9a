package avatar.speech.audio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioDecoderTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void mp3BecomesSamples() {
        byte[] mp3 = SoundFiles.mp3(SECOND);

        PcmClip clip = AudioDecoder.decode(mp3, AudioFormat.of(mp3).orElseThrow(), MINUTE);

        assertThat(clip.sampleRateHz()).isEqualTo(24_000);
        assertThat(clip.duration()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1_100));
        assertThat(loudest(clip, 0.1, 0.4)).isLessThan(500);
        assertThat(loudest(clip, 0.6, 0.9)).isBetween(6_000, 10_000);
    }

    @Test
    void highRatesAndSeveralChannelsAreReduced() {
        byte[] ogg = SoundFiles.ogg(48_000, SECOND);

        PcmClip clip = AudioDecoder.decode(ogg, AudioFormat.of(ogg).orElseThrow(), MINUTE);

        assertThat(clip.sampleRateHz()).isEqualTo(24_000);
        assertThat(clip.duration()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1_050));
        assertThat(loudest(clip, 0.6, 0.9)).isBetween(6_000, 10_000);
    }

    @Test
    void wavIsDecodedUnchanged() {
        byte[] wav = SoundFiles.wav(16_000, 1, SECOND);

        PcmClip clip = AudioDecoder.decode(wav, AudioFormat.of(wav).orElseThrow(), MINUTE);

        assertThat(clip.duration()).isEqualTo(SECOND);
        assertThat(AudioDecoder.decode(clip.toWav(), AudioFormat.WAV, MINUTE)).isEqualTo(clip);
    }

    @Test
    void soundIsRefusedAsSoonAsItIsTooLong() {
        byte[] wav = SoundFiles.wav(8_000, 1, Duration.ofSeconds(3));

        assertUnreadable(wav, AudioFormat.WAV, "Expected at most 2 s of sound, found more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not sound at all", "RIFF", "RIFF----WAVEfmt ", "OggS", "ID3"})
    void otherFilesAreRefused(String text) {
        byte[] file = Arrays.copyOf(text.getBytes(US_ASCII), text.length() + 5_000);

        for (AudioFormat format : AudioFormat.values()) {
            assertUnreadable(file, format, "found");
        }
    }

    @Test
    void damagedFilesAreDecodedOrRefused() {
        Random random = new Random(7);
        for (byte[] file :
                new byte[][] {SoundFiles.mp3(SECOND), SoundFiles.ogg(16_000, SECOND), SoundFiles.wav(8_000, 2, SECOND)
                }) {
            for (int i = 0; i < 60; i++) {
                byte[] damaged = Arrays.copyOf(file, 1 + random.nextInt(file.length));
                for (int j = 0; j < 20; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                decodeOrRefuse(damaged);
            }
        }
    }

    private static void decodeOrRefuse(byte[] file) {
        for (AudioFormat format : AudioFormat.values()) {
            try {
                assertThat(AudioDecoder.decode(file, format, MINUTE).duration()).isPositive();
            } catch (AvatarException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.INVALID_AUDIO);
            }
        }
    }

    private static void assertUnreadable(byte[] file, AudioFormat format, String reason) {
        assertThatThrownBy(() -> AudioDecoder.decode(file, format, Duration.ofSeconds(2)))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_AUDIO))
                .hasMessageContaining(reason);
    }

    private static int loudest(PcmClip clip, double fromSeconds, double toSeconds) {
        int loudest = 0;
        for (int i = (int) (fromSeconds * clip.sampleRateHz()); i < toSeconds * clip.sampleRateHz(); i++) {
            loudest = Math.max(
                    loudest,
                    Math.abs(clip.samples()
                            .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                            .getShort(2 * i)));
        }
        return loudest;
    }
}

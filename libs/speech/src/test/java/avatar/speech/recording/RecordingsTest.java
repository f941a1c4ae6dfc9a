package avatar.speech.recording;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.speech.audio.PcmClip;
import avatar.speech.audio.SoundFiles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingsTest {

    private static final Duration SECOND = ofSeconds(1);

    private final Recordings recordings = RecordingLimits.small();

    @Test
    void everyFormatIsRecognisedByItsContent() {
        assertThat(recordings.soundOf(SoundFiles.wav(16_000, 1, SECOND)).duration())
                .isEqualTo(SECOND);
        assertThat(recordings.soundOf(SoundFiles.ogg(44_100, SECOND)).duration())
                .isBetween(ofMillis(950), ofMillis(1_050));
        assertThat(recordings.soundOf(SoundFiles.mp3(SECOND)).duration()).isBetween(ofMillis(950), ofMillis(1_100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{\"text\": \"Hi\"}", "\u0000\u0000\u0000\u0018ftypmp42", "\u0089PNG"})
    void otherFilesAreOfTheWrongType(String file) {
        assertRefused(
                file.getBytes(US_ASCII), ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Expected a recording as WAV, MP3 or OGG");
    }

    @Test
    void soundWithATruncatedHeaderIsRefused() {
        assertRefused("OggS and nothing more".getBytes(US_ASCII), ErrorCode.INVALID_AUDIO, "Expected sound as OGG");
    }

    @Test
    void largeFilesAreRefusedUnread() {
        assertRefused(
                new byte[(1 << 20) + 1],
                ErrorCode.RECORDING_TOO_LARGE,
                "Expected a recording of at most 1048576 bytes, found 1048577");
    }

    @Test
    void longSoundIsRefusedHoweverSmallItsFileIs() {
        assertRefused(SoundFiles.mp3(ofSeconds(31)), ErrorCode.INVALID_AUDIO, "Expected at most 30 s of sound");
    }

    @Test
    void shortSoundIsRefused() {
        assertRefused(
                SoundFiles.wav(16_000, 1, ofMillis(90)),
                ErrorCode.INVALID_AUDIO,
                "Expected at least 100 ms of sound, found 90 ms");
    }

    @Test
    void silenceIsRefused() {
        assertRefused(humming(20), ErrorCode.INVALID_AUDIO, "Expected speech, found 1000 ms of silence");
        assertThat(recordings.soundOf(humming(60)).duration()).isEqualTo(SECOND);
    }

    private void assertRefused(byte[] file, ErrorCode code, String reason) {
        assertThatThrownBy(() -> recordings.soundOf(file))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(reason);
    }

    /** A second of a square wave. */
    private static byte[] humming(int amplitude) {
        ByteBuffer samples = ByteBuffer.allocate(2 * 16_000).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 16_000; i++) {
            samples.putShort((short) (i / 80 % 2 == 0 ? amplitude : -amplitude));
        }
        return new PcmClip(16_000, samples.rewind()).toWav();
    }
}

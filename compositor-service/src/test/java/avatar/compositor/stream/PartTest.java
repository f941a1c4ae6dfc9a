package avatar.compositor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.viseme.Viseme;
import avatar.pictures.playback.AudioClip;
import avatar.pictures.playback.Frame;
import avatar.pictures.playback.Frame.Spoken;
import avatar.pictures.playback.Pictures.Picture;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each part ends with the boundary of the next one. */
class PartTest {

    private static final Instant DUE = Instant.parse("2026-01-01T00:00:00.040123456Z");
    private static final byte[] JPEG = "JPEG".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void idleFrame(boolean isBase) {
        Frame frame = frame(isBase, null);

        assertThat(text(Part.of(frame))).isEqualTo("""
                Content-Type: image/jpeg
                Content-Length: 4
                X-Timestamp: 1767225600.040123
                X-Frame: 1

                JPEG
                --frame
                """.replace("\n", "\r\n"));
        assertThat(frame.picture().jpeg().remaining()).as("left for the next").isEqualTo(4);
    }

    @Test
    void idleFrameOfAStreamWithSoundDescribesSilence() {
        assertThat(text(Part.withSpeech(frame(true, null)))).isEqualTo("""
                Content-Type: image/jpeg
                Content-Length: 4
                X-Timestamp: 1767225600.040123
                X-Frame: 1
                X-Utterance:\s
                X-Viseme: Sil
                X-Audio-Position: 0.000000

                JPEG
                --frame
                """.replace("\n", "\r\n"));
    }

    @Test
    void spokenFrame() {
        Frame frame = frame(false, new Spoken("u-1", Viseme.SH, Duration.ofNanos(1_234_567_890)));

        assertThat(text(Part.of(frame))).isEqualTo("""
                Content-Type: image/jpeg
                Content-Length: 4
                X-Timestamp: 1767225600.040123
                X-Frame: 1
                X-Utterance: u-1
                X-Viseme: Sh
                X-Audio-Position: 1.234567

                JPEG
                --frame
                """.replace("\n", "\r\n"));
    }

    @Test
    void audio() {
        ByteBuffer samples = ByteBuffer.wrap("abcd".getBytes(StandardCharsets.US_ASCII));
        AudioClip clip = new AudioClip("u-1", 3, DUE, 16_000, samples);

        assertThat(text(Part.of(clip))).isEqualTo("""
                Content-Type: audio/pcm;rate=16000;channels=1;format=s16le
                Content-Length: 4
                X-Timestamp: 1767225600.040123
                X-Utterance: u-1
                X-Segment: 3

                abcd
                --frame
                """.replace("\n", "\r\n"));
        assertThat(samples.remaining()).as("left for the next viewer").isEqualTo(4);
    }

    @Test
    void baseFrameIsNotCopied() {
        Frame frame = frame(true, null);
        ByteBuf part = Part.of(frame);
        int at = part.toString(StandardCharsets.US_ASCII).indexOf("JPEG");

        frame.picture().jpeg().put(0, (byte) 'j');

        assertThat(part.toString(at, 4, StandardCharsets.US_ASCII))
                .as("the same memory")
                .isEqualTo("jPEG");
        assertThat(part.isDirect()).as("a socket takes it as it is").isTrue();
        part.release();
    }

    @Test
    void idCannotAddAHeader() {
        assertThat(Part.headerValue("a\r\nX-Evil: é")).isEqualTo("a??X-Evil:??");
    }

    private static Frame frame(boolean isBase, @Nullable Spoken spoken) {
        ByteBuffer jpeg = isBase ? ByteBuffer.allocateDirect(4) : ByteBuffer.allocate(4);
        return new Frame(11, 1, DUE, new Picture(jpeg.put(JPEG).flip(), isBase), spoken);
    }

    private static String text(ByteBuf part) {
        String text = part.toString(StandardCharsets.US_ASCII);
        part.release();
        assertThat(part.refCnt()).isZero();
        return text;
    }
}

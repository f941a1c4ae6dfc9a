package avatar.compositor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.compositor.playback.AudioClip;
import avatar.compositor.playback.Frame;
import avatar.compositor.playback.Frame.Spoken;
import avatar.contract.viseme.Viseme;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PartTest {

    private static final Instant DUE = Instant.parse("2026-01-01T00:00:00.040123456Z");
    private static final byte[] JPEG = "JPEG".getBytes(StandardCharsets.US_ASCII);

    @Test
    void idleFrame() {
        Frame frame = new Frame(11, 1, DUE, JPEG, null);

        assertThat(Part.of(frame)).hasToString("""
                --frame
                Content-Type: image/jpeg
                Content-Length: 4
                X-Timestamp: 1767225600.040123
                X-Frame: 1

                JPEG
                """.replace("\n", "\r\n"));
    }

    @Test
    void spokenFrame() {
        Frame frame = new Frame(11, 1, DUE, JPEG, new Spoken("u-1", Viseme.SH, Duration.ofNanos(1_234_567_890)));

        assertThat(Part.of(frame)).hasToString("""
                --frame
                Content-Type: image/jpeg
                Content-Length: 4
                X-Timestamp: 1767225600.040123
                X-Frame: 1
                X-Utterance: u-1
                X-Viseme: Sh
                X-Audio-Position: 1.234567

                JPEG
                """.replace("\n", "\r\n"));
    }

    @Test
    void audio() {
        ByteBuffer samples = ByteBuffer.wrap("abcd".getBytes(StandardCharsets.US_ASCII));
        AudioClip clip = new AudioClip("u-1", 3, DUE, 16_000, samples);

        assertThat(Part.of(clip)).hasToString("""
                --frame
                Content-Type: audio/pcm;rate=16000;channels=1;format=s16le
                Content-Length: 4
                X-Timestamp: 1767225600.040123
                X-Utterance: u-1
                X-Segment: 3

                abcd
                """.replace("\n", "\r\n"));
        assertThat(samples.remaining()).as("left for the next viewer").isEqualTo(4);
    }

    @Test
    void idCannotAddAHeader() {
        assertThat(Part.headerValue("a\r\nX-Evil: é")).isEqualTo("a??X-Evil:??");
    }
}

package avatar.tts.audio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import avatar.contract.speech.SpeechSegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/**
 * A piece of sound.
 *
 * @param samples mono PCM, signed 16 bit, little-endian; read-only
 */
public record PcmClip(int sampleRateHz, ByteBuffer samples) {

    private static final int WAV_HEADER_BYTES = 44;

    public PcmClip {
        samples = samples.slice().asReadOnlyBuffer();
    }

    public Duration duration() {
        return SpeechSegment.durationOf(samples.remaining() / Short.BYTES, sampleRateHz);
    }

    /** As a WAV file: RIFF, one {@code fmt } chunk of format 1 (PCM), one {@code data} chunk. */
    public byte[] toWav() {
        int bytes = samples.remaining();
        return ByteBuffer.allocate(WAV_HEADER_BYTES + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(US_ASCII))
                .putInt(WAV_HEADER_BYTES - 8 + bytes)
                .put("WAVEfmt ".getBytes(US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(sampleRateHz)
                .putInt(sampleRateHz * Short.BYTES)
                .putShort((short) Short.BYTES)
                .putShort((short) Short.SIZE)
                .put("data".getBytes(US_ASCII))
                .putInt(bytes)
                .put(samples.duplicate())
                .array();
    }
}

package avatar.speech.audio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import avatar.contract.speech.SpeechSegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.time.Duration;

/**
 * Audio samples in memory.
 *
 * @param samples mono PCM, signed 16 bit, little-endian; read-only
 */
public record PcmClip(int sampleRateHz, ByteBuffer samples) {

    private static final int WAV_HEADER_BYTES = 44;

    /** -60 dBFS: speech is louder, the noise of a good microphone is not. */
    private static final double INAUDIBLE = 0.001 * Short.MAX_VALUE;

    private static final int WINDOWS_PER_SECOND = 100;

    public PcmClip {
        samples = samples.slice().asReadOnlyBuffer();
    }

    /** A separate view for every caller. */
    @Override
    public ByteBuffer samples() {
        return samples.duplicate();
    }

    public Duration duration() {
        return SpeechSegment.durationOf(samples.remaining() / Short.BYTES, sampleRateHz);
    }

    /** Whether no 10 ms of it are loud enough to be heard. */
    public boolean isSilent() {
        ShortBuffer sound = samples.duplicate().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int window = Math.max(1, sampleRateHz / WINDOWS_PER_SECOND);
        double power = 0;
        for (int i = 0; i < sound.limit(); i++) {
            if (i % window == 0) {
                power = 0;
            }
            power += (double) sound.get(i) * sound.get(i);
            if (power > INAUDIBLE * INAUDIBLE * window) {
                return false;
            }
        }
        return true;
    }

    /** The clip as a WAV file. */
    public byte[] toWav() {
        return ByteBuffer.allocate(WAV_HEADER_BYTES + samples.remaining())
                .put(wavHeader())
                .put(samples.duplicate())
                .array();
    }

    /**
     * The header of a WAV file with these samples: RIFF, one {@code fmt } chunk of format 1 (PCM), one {@code data}
     * chunk.
     */
    public byte[] wavHeader() {
        int bytes = samples.remaining();
        return ByteBuffer.allocate(WAV_HEADER_BYTES)
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
                .array();
    }
}

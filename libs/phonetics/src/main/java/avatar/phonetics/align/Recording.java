package avatar.phonetics.align;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.phonetics.speech.TimedSpeech;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.time.Duration;

/**
 * Recorded speech.
 *
 * @param sampleRateHz 8,000 to 192,000
 * @param audio mono PCM, signed 16 bit, little-endian; 50 ms to 10 minutes
 */
public record Recording(int sampleRateHz, ByteBuffer audio) {

    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final int LOWEST_RATE_HZ = 8_000;
    private static final int HIGHEST_RATE_HZ = 192_000;

    /**
     * Checks the bounds.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_AUDIO} if a value is out of bounds
     */
    public Recording {
        audio = audio.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        if (sampleRateHz < LOWEST_RATE_HZ || sampleRateHz > HIGHEST_RATE_HZ) {
            throw new AvatarException(
                    ErrorCode.INVALID_AUDIO,
                    "Expected %d to %d samples per second, found %d"
                            .formatted(LOWEST_RATE_HZ, HIGHEST_RATE_HZ, sampleRateHz));
        }
        Duration duration = TimedSpeech.timeOf(audio.remaining() / Short.BYTES, sampleRateHz);
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new AvatarException(
                    ErrorCode.INVALID_AUDIO,
                    "Expected %d ms to %d minutes of sound, found %.2f s"
                            .formatted(SHORTEST.toMillis(), LONGEST.toMinutes(), duration.toNanos() / 1e9));
        }
    }

    public Duration duration() {
        return TimedSpeech.timeOf(audio.remaining() / Short.BYTES, sampleRateHz);
    }

    ShortBuffer samples() {
        return audio.duplicate().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }
}

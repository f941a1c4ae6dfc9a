package avatar.phonetics.speech;

import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Word;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;

/**
 * The result of a synthesis.
 *
 * @param audio mono PCM, signed 16 bit, little-endian; empty if the text makes no sound
 * @param phonemes contiguous, from 0 to the end of the audio; a pause is {@link #PAUSE}, IPA is between slashes
 * @param words in order; empty if the engine reports none
 */
public record TimedSpeech(int sampleRateHz, ByteBuffer audio, List<Phoneme> phonemes, List<Word> words) {

    /** The pause symbol of every engine here. */
    public static final String PAUSE = "pau";

    private static final long NANOS = 1_000_000_000L;

    public TimedSpeech {
        audio = audio.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        phonemes = List.copyOf(phonemes);
        words = List.copyOf(words);
    }

    @Override
    public ByteBuffer audio() {
        return audio.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    public Duration duration() {
        return timeOf(samples(), sampleRateHz);
    }

    public int samples() {
        return audio.remaining() / Short.BYTES;
    }

    /** The time of a sample. */
    public static Duration timeOf(long sample, int sampleRateHz) {
        return Duration.ofNanos(sample * NANOS / sampleRateHz);
    }
}

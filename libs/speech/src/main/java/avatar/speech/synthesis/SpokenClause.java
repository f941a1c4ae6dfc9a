package avatar.speech.synthesis;

import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.Word;
import avatar.phonetics.sound.PhonemeTable;
import avatar.phonetics.speech.TimedSpeech;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sound of a clause with its phonemes and words.
 *
 * @param audio mono PCM, signed 16 bit, little-endian; at least one sample
 * @param phonemes in order, within the audio; a pause is {@link TimedSpeech#PAUSE}
 * @param words in order, within the audio; empty if the engine reports none
 * @param script the spoken text, if the engine reports no phonemes; {@code phonemes} is empty then
 */
public record SpokenClause(
        int sampleRateHz,
        ByteBuffer audio,
        List<Phoneme> phonemes,
        List<Word> words,
        @Nullable Script script) {

    private static final int BYTES_PER_SAMPLE = 2;
    private static final Duration SHORTEST = Duration.ofMillis(50);

    public SpokenClause {
        if (audio.remaining() < BYTES_PER_SAMPLE) {
            throw new IllegalArgumentException("A clause needs at least one sample");
        }
        audio = audio.slice().asReadOnlyBuffer();
        phonemes = List.copyOf(phonemes);
        words = List.copyOf(words);
    }

    /** A clause whose phonemes are known. */
    public SpokenClause(int sampleRateHz, ByteBuffer audio, List<Phoneme> phonemes) {
        this(sampleRateHz, audio, phonemes, List.of(), null);
    }

    /** The result of an engine; a text that makes no sound becomes a short silence. */
    static SpokenClause of(TimedSpeech speech) {
        if (speech.samples() == 0) {
            int samples = (int) (SHORTEST.toMillis() * speech.sampleRateHz() / 1_000);
            return new SpokenClause(speech.sampleRateHz(), ByteBuffer.allocate(samples * BYTES_PER_SAMPLE), List.of());
        }
        return new SpokenClause(speech.sampleRateHz(), speech.audio(), speech.phonemes(), speech.words(), null);
    }

    /** A clause whose phonemes have to be found by alignment; known words make that more exact. */
    public static SpokenClause untimed(int sampleRateHz, ByteBuffer audio, List<Word> words, Script script) {
        return new SpokenClause(sampleRateHz, audio, List.of(), words, script);
    }

    public Duration duration() {
        return SpeechSegment.durationOf(samples(), sampleRateHz);
    }

    /** Shortens the silence before the first and after the last word to the given maximums. */
    public SpokenClause withPausesUpTo(Duration before, Duration after) {
        Duration speechStart = speechStart();
        Duration speechEnd = speechEnd();
        if (speechStart.compareTo(speechEnd) >= 0) {
            return between(0, Math.clamp(samplesIn(after), 1, samples()));
        }
        int from = Math.max(0, samplesIn(speechStart.minus(before)));
        int to = Math.min(samples(), samplesIn(speechEnd.plus(after)));
        return between(from, to);
    }

    /** Whether the first phoneme has shut lips, as before speech; false if phonemes are unknown. */
    public boolean startsWithShutLips() {
        return phonemes.stream()
                .map(phoneme -> PhonemeTable.visemeOf(phoneme.symbol()))
                .filter(viseme -> viseme != Viseme.SIL)
                .findFirst()
                .filter(viseme -> viseme == Viseme.M)
                .isPresent();
    }

    /** Appends silence. */
    public SpokenClause followedBy(Duration silence) {
        int more = samplesIn(silence) * BYTES_PER_SAMPLE;
        ByteBuffer longer = ByteBuffer.allocate(audio.remaining() + more).put(audio.duplicate());
        return new SpokenClause(sampleRateHz, longer.rewind(), phonemes, words, script);
    }

    /** The part from one sample up to another, with its phonemes and words. */
    public SpokenClause between(int fromSample, int toSample) {
        Duration start = SpeechSegment.durationOf(fromSample, sampleRateHz);
        Duration length = SpeechSegment.durationOf(toSample - fromSample, sampleRateHz);
        return new SpokenClause(
                sampleRateHz,
                audio.slice(fromSample * BYTES_PER_SAMPLE, (toSample - fromSample) * BYTES_PER_SAMPLE),
                phonemesWithin(start, length),
                wordsWithin(start, length),
                script);
    }

    private List<Phoneme> phonemesWithin(Duration start, Duration length) {
        return phonemes.stream()
                .map(phoneme -> new Phoneme(
                        phoneme.symbol(),
                        clamp(phoneme.start().minus(start), length),
                        clamp(phoneme.end().minus(start), length)))
                .filter(phoneme -> phoneme.end().compareTo(phoneme.start()) > 0)
                .toList();
    }

    private List<Word> wordsWithin(Duration start, Duration length) {
        return words.stream()
                .map(word -> new Word(
                        word.text(),
                        clamp(word.start().minus(start), length),
                        clamp(word.end().minus(start), length)))
                .filter(word -> word.end().compareTo(word.start()) > 0)
                .toList();
    }

    private Duration speechStart() {
        if (script != null) {
            return SoundLevel.of(this).start();
        }
        return phonemes.stream()
                .filter(phoneme -> !phoneme.symbol().equals(TimedSpeech.PAUSE))
                .map(Phoneme::start)
                .findFirst()
                .orElse(duration());
    }

    private Duration speechEnd() {
        if (script != null) {
            return SoundLevel.of(this).end();
        }
        return phonemes.reversed().stream()
                .filter(phoneme -> !phoneme.symbol().equals(TimedSpeech.PAUSE))
                .map(Phoneme::end)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    public int samples() {
        return audio.remaining() / BYTES_PER_SAMPLE;
    }

    /** The time of a sample. */
    public Duration timeOf(int sample) {
        return SpeechSegment.durationOf(sample, sampleRateHz);
    }

    /** The number of whole samples in a duration. */
    public int samplesIn(Duration time) {
        return (int) (time.toNanos() * sampleRateHz / 1_000_000_000L);
    }

    private static Duration clamp(Duration time, Duration length) {
        if (time.isNegative()) {
            return Duration.ZERO;
        }
        return time.compareTo(length) < 0 ? time : length;
    }

    /**
     * The spoken text, for alignment.
     *
     * @param language BCP 47
     */
    public record Script(String text, String language) {}
}

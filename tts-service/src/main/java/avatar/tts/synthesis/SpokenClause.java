package avatar.tts.synthesis;

import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Phoneme;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The sound of a clause and the phonemes in it.
 *
 * @param audio mono PCM, signed 16 bit, little-endian; at least one sample
 * @param phonemes in order, within the audio; a pause is {@link #PAUSE}
 */
public record SpokenClause(int sampleRateHz, ByteBuffer audio, List<Phoneme> phonemes) {

    /** How every synthesizer of this service writes a pause. */
    public static final String PAUSE = "pau";

    private static final int BYTES_PER_SAMPLE = 2;

    public SpokenClause {
        if (audio.remaining() < BYTES_PER_SAMPLE) {
            throw new IllegalArgumentException("A clause needs at least one sample");
        }
        audio = audio.slice().asReadOnlyBuffer();
        phonemes = List.copyOf(phonemes);
    }

    public Duration duration() {
        return SpeechSegment.durationOf(samples(), sampleRateHz);
    }

    /** The same words with no more silence before the first and after the last of them than is given. */
    public SpokenClause withPausesUpTo(Duration before, Duration after) {
        Duration speechStart = speechStart();
        Duration speechEnd = speechEnd();
        if (speechStart.compareTo(speechEnd) >= 0) {
            return cut(0, Math.clamp(samplesIn(after), 1, samples()));
        }
        int from = Math.max(0, samplesIn(speechStart.minus(before)));
        int to = Math.min(samples(), samplesIn(speechEnd.plus(after)));
        return cut(from, to);
    }

    /** The same sound in pieces of at most {@code maxBytes}, cut between phonemes where that can be. */
    public List<SpokenClause> pieces(int maxBytes) {
        int longest = maxBytes / BYTES_PER_SAMPLE;
        List<SpokenClause> pieces = new ArrayList<>();
        int start = 0;
        while (samples() - start > longest) {
            int end = lastBoundaryWithin(start, start + longest);
            pieces.add(cut(start, end));
            start = end;
        }
        pieces.add(cut(start, samples()));
        return pieces;
    }

    private int lastBoundaryWithin(int start, int end) {
        return phonemes.stream()
                .mapToInt(phoneme -> samplesIn(phoneme.end()))
                .filter(boundary -> boundary > start && boundary <= end)
                .max()
                .orElse(end);
    }

    private SpokenClause cut(int fromSample, int toSample) {
        Duration start = SpeechSegment.durationOf(fromSample, sampleRateHz);
        Duration length = SpeechSegment.durationOf(toSample - fromSample, sampleRateHz);
        List<Phoneme> kept = phonemes.stream()
                .map(phoneme -> new Phoneme(
                        phoneme.symbol(),
                        clamp(phoneme.start().minus(start), length),
                        clamp(phoneme.end().minus(start), length)))
                .filter(phoneme -> phoneme.end().compareTo(phoneme.start()) > 0)
                .toList();
        return new SpokenClause(
                sampleRateHz,
                audio.slice(fromSample * BYTES_PER_SAMPLE, (toSample - fromSample) * BYTES_PER_SAMPLE),
                kept);
    }

    private Duration speechStart() {
        return phonemes.stream()
                .filter(phoneme -> !phoneme.symbol().equals(PAUSE))
                .map(Phoneme::start)
                .findFirst()
                .orElse(duration());
    }

    private Duration speechEnd() {
        return phonemes.reversed().stream()
                .filter(phoneme -> !phoneme.symbol().equals(PAUSE))
                .map(Phoneme::end)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private int samples() {
        return audio.remaining() / BYTES_PER_SAMPLE;
    }

    private int samplesIn(Duration time) {
        return (int) (time.toNanos() * sampleRateHz / 1_000_000_000L);
    }

    private static Duration clamp(Duration time, Duration length) {
        if (time.isNegative()) {
            return Duration.ZERO;
        }
        return time.compareTo(length) < 0 ? time : length;
    }
}

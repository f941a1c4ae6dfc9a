package avatar.contract.viseme;

import java.time.Duration;
import java.util.List;

/**
 * The answer of viseme-service about a recording: its timeline, and the phonemes and words found in it. Its JSON is
 * that of a {@link VisemeTimeline} with two more fields.
 *
 * @param duration of the recording
 * @param cues as in {@link VisemeTimeline}
 * @param phonemes in order, within the recording; empty if not determined
 * @param words in order, within the recording; empty if not determined
 */
public record SpokenTimeline(Duration duration, List<Cue> cues, List<Phoneme> phonemes, List<Word> words) {

    public SpokenTimeline {
        cues = new VisemeTimeline(duration, cues).cues();
        phonemes = List.copyOf(phonemes);
        words = List.copyOf(words);
    }

    /** A timeline with the phonemes and words it was made from. */
    public static SpokenTimeline of(VisemeTimeline timeline, List<Phoneme> phonemes, List<Word> words) {
        return new SpokenTimeline(timeline.duration(), timeline.cues(), phonemes, words);
    }

    /** A timeline of phonemes that the caller already has. */
    public static SpokenTimeline of(VisemeTimeline timeline) {
        return of(timeline, List.of(), List.of());
    }

    /** The viseme timeline alone. */
    public VisemeTimeline timeline() {
        return new VisemeTimeline(duration, cues);
    }
}

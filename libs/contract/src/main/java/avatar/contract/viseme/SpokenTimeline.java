package avatar.contract.viseme;

import java.time.Duration;
import java.util.List;

/**
 * What viseme-service answers about a recording: its timeline, and the sounds and words that were found in it. As JSON it is a
 * {@link VisemeTimeline} with two fields more.
 *
 * @param duration of the recording
 * @param cues as a {@link VisemeTimeline} has them
 * @param phonemes in order, within the recording; empty where nobody looked for them
 * @param words in order, within the recording; empty where nobody looked for them
 */
public record SpokenTimeline(Duration duration, List<Cue> cues, List<Phoneme> phonemes, List<Word> words) {

    public SpokenTimeline {
        cues = new VisemeTimeline(duration, cues).cues();
        phonemes = List.copyOf(phonemes);
        words = List.copyOf(words);
    }

    /** A timeline and what was found. */
    public static SpokenTimeline of(VisemeTimeline timeline, List<Phoneme> phonemes, List<Word> words) {
        return new SpokenTimeline(timeline.duration(), timeline.cues(), phonemes, words);
    }

    /** A timeline of sounds that were known before. */
    public static SpokenTimeline of(VisemeTimeline timeline) {
        return of(timeline, List.of(), List.of());
    }

    /** The mouth alone. */
    public VisemeTimeline timeline() {
        return new VisemeTimeline(duration, cues);
    }
}

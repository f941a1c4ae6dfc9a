package avatar.speech.narration;

import avatar.contract.viseme.SpokenTimeline;
import avatar.contract.viseme.VisemeTimeline;
import avatar.speech.synthesis.SpokenClause;

/**
 * A clause that was said.
 *
 * @param text of the clause
 * @param voice who said it
 * @param sound with all that is known of its phonemes and words
 * @param isLast whether no clause follows
 */
record Said(String text, String voice, SpokenClause sound, VisemeTimeline timeline, boolean isLast) {

    /** What was said, and what was found in its sound; what the voice itself tells is surer. */
    static Said of(String text, String voice, SpokenClause sound, SpokenTimeline found, boolean isLast) {
        SpokenClause told = new SpokenClause(
                sound.sampleRateHz(),
                sound.audio(),
                sound.phonemes().isEmpty() ? found.phonemes() : sound.phonemes(),
                sound.words().isEmpty() ? found.words() : sound.words(),
                sound.script());
        return new Said(text, voice, told, found.timeline(), isLast);
    }
}

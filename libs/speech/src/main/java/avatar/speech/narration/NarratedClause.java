package avatar.speech.narration;

import avatar.contract.viseme.SpokenTimeline;
import avatar.contract.viseme.VisemeTimeline;
import avatar.speech.synthesis.SpokenClause;

/**
 * A spoken clause.
 *
 * @param text of the clause
 * @param voice id of the voice that spoke it
 * @param sound with all that is known of its phonemes and words
 * @param timeline of its mouth
 */
record Said(String text, String voice, SpokenClause sound, VisemeTimeline timeline) {

    /** A clause with the phonemes and words of its voice, or, of a voice without them, those found in its sound. */
    static Said of(String text, String voice, SpokenClause sound, SpokenTimeline found) {
        SpokenClause timed = new SpokenClause(
                sound.sampleRateHz(),
                sound.audio(),
                sound.phonemes().isEmpty() ? found.phonemes() : sound.phonemes(),
                sound.words().isEmpty() ? found.words() : sound.words(),
                sound.script());
        return new Said(text, voice, timed, found.timeline());
    }
}

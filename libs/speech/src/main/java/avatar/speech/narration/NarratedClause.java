package avatar.speech.narration;

import avatar.contract.viseme.SpokenTimeline;
import avatar.contract.viseme.VisemeTimeline;
import avatar.speech.synthesis.SpokenClause;

/**
 * A clause that was synthesized or recorded, with its mouth movement.
 *
 * @param text of the clause
 * @param voice id of the voice that spoke it
 * @param sound with its phonemes and words, as far as known
 * @param timeline of its visemes
 */
record NarratedClause(String text, String voice, SpokenClause sound, VisemeTimeline timeline) {

    /** A clause with the phonemes and words of its voice or, if the voice reports none, those found in its sound. */
    static NarratedClause of(String text, String voice, SpokenClause sound, SpokenTimeline found) {
        SpokenClause timed = new SpokenClause(
                sound.sampleRateHz(),
                sound.audio(),
                sound.phonemes().isEmpty() ? found.phonemes() : sound.phonemes(),
                sound.words().isEmpty() ? found.words() : sound.words(),
                sound.script());
        return new NarratedClause(text, voice, timed, found.timeline());
    }
}

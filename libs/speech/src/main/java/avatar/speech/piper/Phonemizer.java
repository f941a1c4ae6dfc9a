package avatar.speech.piper;

import avatar.phonetics.espeak.IpaClause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whoever says how a text is pronounced in the way that Piper's voices have learned it: espeak-ng. */
interface Phonemizer {

    /**
     * Why it can't help a voice, and what would help; null if it can.
     *
     * @param espeakVoice as espeak-ng names its languages: {@code en-us}
     */
    @Nullable
    String missing(String espeakVoice);

    /** The pronunciation, clause by clause; fails with an {@link avatar.contract.problem.AvatarException}. */
    List<IpaClause> phonemes(String espeakVoice, String text);
}

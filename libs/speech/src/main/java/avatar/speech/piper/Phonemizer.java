package avatar.speech.piper;

import avatar.phonetics.espeak.IpaClause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts text to the phonemes that Piper's voices were trained with: those of espeak-ng. */
interface Phonemizer {

    /**
     * The reason why the phonemes of a voice are not available, and what to do; null if they are.
     *
     * @param espeakVoice as espeak-ng names its languages: {@code en-us}
     */
    @Nullable
    String missing(String espeakVoice);

    /** The pronunciation, clause by clause; fails with an {@link avatar.contract.problem.AvatarException}. */
    List<IpaClause> phonemes(String espeakVoice, String text);
}

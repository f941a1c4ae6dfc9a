package avatar.phonetics.align;

import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Word;
import java.util.List;

/**
 * The times of the phonemes and words of a text in a recording.
 *
 * @param phonemes contiguous, from 0 to the end of the recording; a pause is {@code pau}
 * @param words in order, as the local voice reads them: without punctuation
 */
public record Alignment(List<Phoneme> phonemes, List<Word> words) {

    public Alignment {
        phonemes = List.copyOf(phonemes);
        words = List.copyOf(words);
    }
}

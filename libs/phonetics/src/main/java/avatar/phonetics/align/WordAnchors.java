package avatar.phonetics.align;

import avatar.contract.viseme.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Known times of words, matched to the words of the text by their longest common subsequence. Words that differ from
 * the text (a spelt-out number, a symbol) are ignored.
 */
final class WordAnchors {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final @Nullable Word[] anchors;

    WordAnchors(List<String> text, List<Word> given) {
        anchors = new Word[text.size()];
        String[] ours = text.stream().map(WordAnchors::letters).toArray(String[]::new);
        String[] theirs =
                given.stream().map(Word::text).map(WordAnchors::letters).toArray(String[]::new);
        int[][] common = common(ours, theirs);
        int i = 0;
        int j = 0;
        while (i < ours.length && j < theirs.length) {
            if (ours[i].equals(theirs[j])) {
                anchors[i] = given.get(j);
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** The start of a word, in frames; NaN if unknown. */
    double start(int word) {
        Word anchor = at(word);
        return anchor == null ? Double.NaN : Frames.of(anchor.start());
    }

    /** The end of a word, in frames; NaN if unknown. */
    double end(int word) {
        Word anchor = at(word);
        return anchor == null ? Double.NaN : Frames.of(anchor.end());
    }

    private @Nullable Word at(int word) {
        return word < anchors.length ? anchors[word] : null;
    }

    /** The number of words that the rests of both lists have in common, for each pair of positions. */
    private static int[][] common(String[] ours, String[] theirs) {
        int[][] common = new int[ours.length + 1][theirs.length + 1];
        for (int i = ours.length - 1; i >= 0; i--) {
            for (int j = theirs.length - 1; j >= 0; j--) {
                common[i][j] = ours[i].equals(theirs[j])
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static String letters(String word) {
        return SIGNS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    @Override
    public String toString() {
        return Arrays.toString(anchors);
    }
}

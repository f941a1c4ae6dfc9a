package avatar.speech.text;

import java.util.Locale;
import java.util.Set;

/**
 * Shortens the first clause of an utterance to a second and a half, if it can be cut, so that speech starts early.
 */
final class FirstClause {

    /** Less than a second and a half, because speaking times are estimates. */
    private static final double LONGEST_SECONDS = 1.4;

    /** A shorter clause sounds like a hiccup. */
    private static final double SHORTEST_SECONDS = 0.45;

    /** Words before which a pause sounds like taking a breath. */
    private static final Set<String> BEGINNERS = Set.of(
            "and", "or", "but", "so", "because", "that", "which", "who", "when", "where", "while", "if", "as", "than",
            "to", "of", "in", "on", "at", "by", "for", "from", "with", "without", "into", "over", "under", "after",
            "before", "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "und", "oder",
            "aber", "dass", "weil", "wenn", "mit", "von", "für", "auf", "et", "ou", "mais", "que", "qui", "avec",
            "pour", "dans", "y", "o", "pero", "con", "para", "por", "en");

    private FirstClause() {}

    /** The index at which to cut {@code clause}; 0 if it is short enough, or can't be cut. */
    static int cut(String clause) {
        if (SpeakingTime.seconds(clause) <= LONGEST_SECONDS) {
            return 0;
        }
        Unbreakable unbreakable = Unbreakable.in(clause);
        int best = 0;
        int bestWorth = 0;
        for (int index = 1; index < clause.length(); index++) {
            double seconds = SpeakingTime.seconds(clause.substring(0, index).strip());
            if (seconds > LONGEST_SECONDS) {
                break;
            }
            int worth = seconds < SHORTEST_SECONDS || !unbreakable.allows(index) ? 0 : worth(clause, index);
            if (worth > 0 && worth >= bestWorth && leavesEnough(clause, index)) {
                best = index;
                bestWorth = worth;
            }
        }
        return best;
    }

    /** How natural a pause before the character at {@code index} sounds; 0 within a word. */
    private static int worth(String clause, int index) {
        char before = clause.charAt(index - 1);
        char after = clause.charAt(index);
        if (",;:–—，、；：".indexOf(before) >= 0 && (Character.isWhitespace(after) || before > 0x2fff)) {
            return 3;
        }
        if (Character.isWhitespace(before) && !Character.isWhitespace(after)) {
            return BEGINNERS.contains(wordAt(clause, index)) ? 2 : 1;
        }
        return SpeakingTime.isSyllable(before) && SpeakingTime.isSyllable(after) ? 1 : 0;
    }

    private static String wordAt(String clause, int index) {
        int end = index;
        while (end < clause.length() && Character.isLetter(clause.charAt(end))) {
            end++;
        }
        return clause.substring(index, end).toLowerCase(Locale.ROOT);
    }

    private static boolean leavesEnough(String clause, int index) {
        return SpeakingTime.seconds(clause.substring(index).strip()) >= SHORTEST_SECONDS;
    }
}

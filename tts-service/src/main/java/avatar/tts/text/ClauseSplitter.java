package avatar.tts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into the clauses that are spoken one after another.
 *
 * <p>The first clause may be short, so that speech starts early. After it a voice that is cut at every comma sounds like
 * a list: a clause goes on to the end of its sentence unless it is long enough to be cut at a comma.
 */
public final class ClauseSplitter {

    /** A shorter one is joined to its neighbour: "Yes." alone is more pause than speech. */
    static final int SHORTEST = 15;

    /** From here on a clause is cut at a comma. */
    static final int LONG_ENOUGH_FOR_A_COMMA = 40;

    /** About ten seconds of speech; a longer clause is cut at a space, or where it must. */
    static final int LONGEST = 160;

    private static final String CLOSERS = "[\"')\\]»”’]*";

    /**
     * Where a clause may end. A mark inside a number, a time or a URL (3.14, 1,000, 12:30, example.com) has no space
     * after it; a full-width mark needs none.
     */
    private static final Pattern END = Pattern.compile("\\n"
            + "|[.!?…]+" + CLOSERS + "(?=\\s|$)"
            + "|[,;:]" + CLOSERS + "(?=\\s)"
            + "|\\s[–—-](?=\\s)"
            + "|—"
            + "|[。！？，、；：]+");

    private static final Pattern SENTENCE_END = Pattern.compile("(\\n|[.!?…。！？]" + CLOSERS + ")$");

    /** Initials and the like: "J.", "U.S.", "p.m.". */
    private static final Pattern INITIALS = Pattern.compile("(\\p{L}\\.)*\\p{Lu}|(\\p{L}\\.)+\\p{L}");

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "etc", "no", "fig", "inc", "ltd", "co", "corp",
            "approx", "dept", "gen", "rev", "hon", "sgt", "capt", "lt", "col", "mt", "ave", "blvd", "rd", "cf", "al",
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    private ClauseSplitter() {}

    /**
     * The clauses of {@code text}, in order; none is blank.
     *
     * @param text as {@link SpeakableText#clean} leaves it
     */
    public static List<String> split(String text) {
        List<String> clauses = new ArrayList<>();
        for (String clause : joinTheShort(candidates(text))) {
            cutTheLong(clause.replace('\n', ' ').strip(), clauses);
        }
        return clauses;
    }

    /** Whether a clause is the last of its sentence. */
    public static boolean endsSentence(String clause) {
        return SENTENCE_END.matcher(clause).find();
    }

    /** The text cut wherever a clause may end. */
    private static List<String> candidates(String text) {
        List<String> candidates = new ArrayList<>();
        int start = 0;
        Matcher end = END.matcher(text);
        while (end.find()) {
            if (!isAbbreviation(text, start, end.start())) {
                candidates.add(text.substring(start, end.end()));
                start = end.end();
            }
        }
        candidates.add(text.substring(start));
        return candidates.stream().filter(candidate -> !candidate.isBlank()).toList();
    }

    private static boolean isAbbreviation(String text, int start, int dot) {
        if (text.charAt(dot) != '.' || dot + 1 == text.length()) {
            return false;
        }
        int wordStart = dot;
        while (wordStart > start && isOfWord(text.charAt(wordStart - 1))) {
            wordStart--;
        }
        String word = text.substring(wordStart, dot);
        return ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT))
                || INITIALS.matcher(word).matches();
    }

    private static boolean isOfWord(char character) {
        return Character.isLetter(character) || character == '.';
    }

    private static List<String> joinTheShort(List<String> candidates) {
        List<String> clauses = new ArrayList<>();
        StringBuilder clause = new StringBuilder();
        for (String candidate : candidates) {
            clause.append(candidate);
            if (clauses.isEmpty() || isLongEnough(clause.toString())) {
                clauses.add(clause.toString());
                clause.setLength(0);
            }
        }
        boolean joinsTheLast = clauses.size() > 1 && clause.toString().strip().length() < SHORTEST;
        if (joinsTheLast) {
            clauses.add(clauses.removeLast() + clause);
        } else if (!clause.isEmpty()) {
            clauses.add(clause.toString());
        }
        return clauses;
    }

    private static boolean isLongEnough(String clause) {
        int length = clause.strip().length();
        return length >= LONG_ENOUGH_FOR_A_COMMA || (length >= SHORTEST && endsSentence(clause));
    }

    private static void cutTheLong(String clause, List<String> clauses) {
        String rest = clause;
        while (rest.length() > LONGEST) {
            int space = rest.lastIndexOf(' ', LONGEST);
            int cut = space > 0 ? space : rest.offsetByCodePoints(0, rest.codePointCount(0, LONGEST));
            clauses.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) {
            clauses.add(rest);
        }
    }
}

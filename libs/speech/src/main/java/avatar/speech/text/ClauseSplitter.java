package avatar.speech.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text into the clauses that are spoken one after another.
 *
 * <p>The first clause may be short, so that speech starts early. Later ones extend to the end of the sentence unless
 * they are long enough to be cut at a comma: a voice that is cut at every comma sounds as if it read a list.
 */
public final class ClauseSplitter {

    /** Shorter clauses are joined to a neighbour: "Yes." alone is more pause than speech. */
    static final int SHORTEST = 15;

    /** The minimum length of a clause that is cut at a comma. */
    static final int LONG_ENOUGH_FOR_A_COMMA = 40;

    /** About ten seconds of speech; longer clauses are cut at a space, or anywhere if there is none. */
    static final int LONGEST = 160;

    private static final String CLOSERS = "[\"')\\]»”’]*+";

    /**
     * The places where a clause may end. A mark inside a number, a time or a URL (3.14, 1,000, 12:30, example.com) has
     * no space after it; a full-width mark needs none.
     */
    private static final Pattern END = Pattern.compile("\\n"
            + "|(?<![.!?…])[.!?…]++" + CLOSERS + "(?=\\s|$)"
            + "|[,;:]" + CLOSERS + "(?=\\s)"
            + "|\\s[–—-](?=\\s)"
            + "|—"
            + "|[。！？，、；：]+");

    private static final Pattern SENTENCE_END = Pattern.compile("(\\n|[.!?…。！？]" + CLOSERS + ")$");

    private ClauseSplitter() {}

    /** Like {@link #split(String, boolean)}, for the beginning of an utterance. */
    public static List<String> split(String text) {
        return split(text, true);
    }

    /**
     * The clauses of {@code text}, in order; none is blank.
     *
     * @param text result of {@link SpeakableText#clean}
     * @param isBeginning whether to shorten the first clause, so that speech starts early
     */
    public static List<String> split(String text, boolean isBeginning) {
        List<String> clauses = new ArrayList<>();
        for (String clause : joinTheShort(candidates(text))) {
            cutTheLong(clause.replace('\n', ' ').strip(), clauses);
        }
        if (isBeginning && !clauses.isEmpty()) {
            hasten(clauses);
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
        Unbreakable unbreakable = Unbreakable.in(text);
        int start = 0;
        Matcher end = END.matcher(text);
        while (end.find()) {
            if (unbreakable.allows(end.end())) {
                candidates.add(text.substring(start, end.end()));
                start = end.end();
            }
        }
        candidates.add(text.substring(start));
        return candidates.stream().filter(candidate -> !candidate.isBlank()).toList();
    }

    /** Shortens the first clause. */
    private static void hasten(List<String> clauses) {
        String first = clauses.getFirst();
        int cut = FirstClause.cut(first);
        if (cut > 0) {
            clauses.set(0, first.substring(cut).strip());
            clauses.addFirst(first.substring(0, cut).strip());
        }
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
            int cut = lastPlace(rest);
            clauses.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) {
            clauses.add(rest);
        }
    }

    /**
     * The last place to cut a text that is too long: between words that may be separated, between words, or anywhere.
     */
    private static int lastPlace(String text) {
        Unbreakable unbreakable = Unbreakable.in(text);
        int space = text.lastIndexOf(' ', LONGEST);
        for (int place = space; place > 0; place = text.lastIndexOf(' ', place - 1)) {
            if (unbreakable.allows(place)) {
                return place;
            }
        }
        return space > 0 ? space : text.offsetByCodePoints(0, text.codePointCount(0, LONGEST));
    }
}

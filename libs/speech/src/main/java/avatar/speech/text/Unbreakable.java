package avatar.speech.text;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places where a text must not be cut: inside numbers, addresses, abbreviations with their context, and quotes.
 *
 * <p>Texts are untrusted input: to keep the time of matching bounded, every repetition is bounded and every search
 * begins at the start of a word.
 */
final class Unbreakable {

    /** Longer quotes are cut like any other text. */
    private static final int LONGEST_QUOTE = 120;

    private static final String MONTHS = "jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez";

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "mx", "dr", "prof", "st", "jr", "sr", "vs", "etc", "no", "nr", "fig", "inc", "ltd", "co",
            "corp", "approx", "dept", "gen", "rev", "hon", "sgt", "capt", "lt", "col", "mt", "ave", "blvd", "rd", "cf",
            "al", "vol", "pp", "ed", "est", "min", "max", "tel", "bzw", "usw", "ca", "evtl", "ggf", "str", "sra",
            "srta", "mme", "mlle", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    /** "J.", "U.S.", "p.m.", "z. B." */
    private static final Pattern ABBREVIATION =
            Pattern.compile("(?<!\\p{L})((?:\\p{L}\\. ?){0,8}\\p{L}|\\p{L}{2,6})\\.(?=\\s)");

    private static final Pattern INITIALS = Pattern.compile("(\\p{L}\\. ?){0,8}\\p{Lu}|(\\p{L}\\. ?){1,8}\\p{L}");

    /** Numbers with their context: "5 km", "3 000 000", "$4.50 each", "3. Mai", "12:30 p.m.", "5, 2024". */
    private static final Pattern NUMBER = Pattern.compile("[$€£¥#№§]? ?\\d(?:[\\d.,:/'’-]*\\d)?(?:, \\d{4}(?!\\d))?"
            + "(?:[ \\u202f]\\d{3}(?!\\d)){0,8}(?:[%‰°]|\\.(?=\\s+(?:\\p{Ll}|(?i:" + MONTHS
            + "))))?(?:\\s+\\p{L}{1,12}\\b\\.?)?");

    private static final Pattern ADDRESS =
            Pattern.compile("(?<![a-zA-Z])(?:[a-zA-Z][a-zA-Z0-9+.-]{1,15}://|www\\.)\\S++"
                    + "|(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}"
                    + "|(?<![\\p{L}\\d])[\\p{L}\\d][\\p{L}\\d-]*+(?:\\.[\\p{L}\\d-]++){1,8}");

    /** Single quotation marks are apostrophes if a letter follows. */
    private static final Pattern QUOTE = Pattern.compile("(?:“[^“”]*”|«[^«»]*»|‹[^‹›]*›|„[^„“”]*[“”]|「[^「」]*」|『[^『』]*』"
            + "|(?<!\\S)\"[^\"\\n]*\"|‘[^‘’]*+(?:’(?=\\p{L})[^‘’]*+){0,20}’(?!\\p{L})"
            + "|(?<!\\S)'[^'\\n]*+(?:'(?=\\p{L})[^'\\n]*+){0,20}'(?!\\p{L}))[.,;:!?…]*");

    private final BitSet inside = new BitSet();

    private Unbreakable() {}

    static Unbreakable in(String text) {
        Unbreakable unbreakable = new Unbreakable();
        unbreakable.add(NUMBER, text, Integer.MAX_VALUE);
        unbreakable.add(ADDRESS, text, Integer.MAX_VALUE);
        unbreakable.add(QUOTE, text, LONGEST_QUOTE);
        unbreakable.addAbbreviations(text);
        return unbreakable;
    }

    /** Whether the text may be cut before the character at {@code index}. */
    boolean allows(int index) {
        return !inside.get(index);
    }

    /** Marks the inner positions of all matches. */
    private void add(Pattern pattern, String text, int longest) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            if (found.end() - found.start() <= longest) {
                inside.set(found.start() + 1, Math.max(found.start() + 1, found.end()));
            }
        }
    }

    /** Marks abbreviations together with the following word. */
    private void addAbbreviations(String text) {
        Matcher found = ABBREVIATION.matcher(text);
        while (found.find()) {
            String word = found.group(1);
            boolean isOne = ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT))
                    || INITIALS.matcher(word).matches();
            if (isOne) {
                int next = found.end();
                while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                    next++;
                }
                inside.set(found.start() + 1, next + 1);
            }
        }
    }
}

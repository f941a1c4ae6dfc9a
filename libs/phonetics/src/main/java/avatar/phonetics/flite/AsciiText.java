package avatar.phonetics.flite;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** Converts text to the characters that flite's English can read; others become spaces. */
final class AsciiText {

    private static final Map<String, String> SPELT = Map.ofEntries(
            Map.entry("‘", "'"),
            Map.entry("’", "'"),
            Map.entry("“", "\""),
            Map.entry("”", "\""),
            Map.entry("«", "\""),
            Map.entry("»", "\""),
            Map.entry("–", " - "),
            Map.entry("—", " - "),
            Map.entry("−", "-"),
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("Æ", "Ae"),
            Map.entry("œ", "oe"),
            Map.entry("Œ", "Oe"),
            Map.entry("ø", "o"),
            Map.entry("Ø", "O"),
            Map.entry("ł", "l"),
            Map.entry("Ł", "L"),
            Map.entry("đ", "d"),
            Map.entry("þ", "th"),
            Map.entry("ð", "th"),
            Map.entry("€", " euro "),
            Map.entry("£", " pound "),
            Map.entry("°", " degrees "),
            Map.entry("×", " times "),
            Map.entry("÷", " divided by "));

    private static final Pattern SPELT_SIGN = Pattern.compile("[" + String.join("", SPELT.keySet()) + "]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\x20-\\x7e]+");
    private static final Pattern SPEECH = Pattern.compile("[A-Za-z0-9]");

    private AsciiText() {}

    static String of(String text) {
        String spelt = SPELT_SIGN.matcher(text).replaceAll(sign -> SPELT.getOrDefault(sign.group(), " "));
        // Compatibility forms too: full-width letters, ligatures, "…" and "½".
        String plain =
                MARKS.matcher(Normalizer.normalize(spelt, Normalizer.Form.NFKD)).replaceAll("");
        return OTHER.matcher(plain.replace('\u2044', '/')).replaceAll(" ").strip();
    }

    static boolean hasSpeech(String text) {
        return SPEECH.matcher(of(text)).find();
    }
}

package avatar.speech.text;

import java.util.regex.Pattern;

/** A caller's text without what no voice can make anything of. */
public final class SpeakableText {

    /** Control and format characters (a zero-width joiner, say), lone surrogates, and code points nobody assigned. */
    private static final Pattern UNSPEAKABLE = Pattern.compile("[\\p{C}&&[^\\n]]+");

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t ]+");
    private static final Pattern LINE_ENDS = Pattern.compile(" ?\\n[\\n ]*");

    private SpeakableText() {}

    /** One line per line of the caller, single spaces, and nothing that is not to be seen or spoken. */
    public static String clean(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        String visible = UNSPEAKABLE.matcher(lines).replaceAll(" ");
        String spaced = SPACES.matcher(visible).replaceAll(" ");
        return LINE_ENDS.matcher(spaced).replaceAll("\n").strip();
    }

    /** Whether there is a letter or a digit in it: no voice says anything else on its own. */
    public static boolean hasSpeech(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}

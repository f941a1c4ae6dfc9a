package avatar.speech.text;

import java.util.regex.Pattern;

/** Cleans texts of characters that no voice can speak. */
public final class SpeakableText {

    /**
     * Control and format characters (a zero-width joiner, for instance), lone surrogates, and unassigned code points.
     */
    private static final Pattern UNSPEAKABLE = Pattern.compile("[\\p{C}&&[^\\n]]+");

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t ]+");
    private static final Pattern LINE_ENDS = Pattern.compile(" ?\\n[\\n ]*");

    private SpeakableText() {}

    /** Removes invisible and unspeakable characters and repeated spaces; keeps the lines. */
    public static String clean(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        String visible = UNSPEAKABLE.matcher(lines).replaceAll(" ");
        String spaced = SPACES.matcher(visible).replaceAll(" ");
        return LINE_ENDS.matcher(spaced).replaceAll("\n").strip();
    }

    /** Whether the text has a letter or a digit: voices speak nothing else on its own. */
    public static boolean hasSpeech(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}

package avatar.speech.text;

/** Estimates the speaking time of a text, at the pace of flite's slt, a rather slow voice. */
final class SpeakingTime {

    private static final double LETTER = 1 / 15.5;
    private static final double DIGIT = 0.3;

    /** A character of a script that writes syllables or words: Chinese, Japanese, Korean. */
    private static final double SYLLABLE = 0.22;

    private static final double PAUSE = 0.12;

    private SpeakingTime() {}

    /** The time in seconds, at the voice's own rate. */
    static double seconds(String text) {
        return text.codePoints().mapToDouble(SpeakingTime::seconds).sum();
    }

    private static double seconds(int character) {
        if (Character.isDigit(character)) {
            return DIGIT;
        }
        if (Character.isLetter(character) || character == ' ') {
            return isSyllable(character) ? SYLLABLE : LETTER;
        }
        return ",;:.!?…—–".indexOf(character) >= 0 ? PAUSE : 0;
    }

    static boolean isSyllable(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, YI -> true;
            default -> false;
        };
    }
}

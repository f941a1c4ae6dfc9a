package avatar.phonetics.espeak;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.PrimitiveIterator.OfInt;

/** Text made safe for espeak-ng: no control characters, no lone surrogates, no long runs of one character. */
final class EspeakText {

    /** The maximum run of one character: espeak-ng reads thousands of the same one as one word, which takes long. */
    private static final int MAX_REPEATED = 40;

    private EspeakText() {}

    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int before = -1;
        int repeated = 0;
        for (OfInt points = text.codePoints().iterator(); points.hasNext(); ) {
            int point = points.nextInt();
            int kept = isSpeakable(point) ? point : ' ';
            repeated = kept == before ? repeated + 1 : 0;
            before = kept;
            if (repeated < MAX_REPEATED) {
                clean.appendCodePoint(kept);
            }
        }
        return clean.toString().strip();
    }

    /** The text as zero-terminated UTF-8. */
    static byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    private static boolean isSpeakable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}

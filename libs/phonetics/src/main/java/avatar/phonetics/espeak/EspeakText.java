package avatar.phonetics.espeak;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.PrimitiveIterator.OfInt;

/** Text that espeak-ng may be given: no control characters, no lone surrogates, no marks without end. */
final class EspeakText {

    /** Of any one sign in a row: espeak-ng reads thousands of the same sign as one word, and takes its time. */
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

    /** As UTF-8 with the zero that ends it. */
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

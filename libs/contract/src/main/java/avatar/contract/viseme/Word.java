package avatar.contract.viseme;

import java.time.Duration;

/**
 * A word of a text with its time.
 *
 * @param text as written, possibly with punctuation; "$5" is one word, however it is spoken
 * @param start inclusive, measured from the first audio sample
 * @param end exclusive, not before {@code start}
 */
public record Word(String text, Duration start, Duration end) {

    public Word {
        if (start.isNegative() || end.compareTo(start) < 0) {
            throw new IllegalArgumentException(
                    "Word '%s' must run forward from 0, not from %s to %s".formatted(text, start, end));
        }
    }
}

package avatar.phonetics.speech;

import java.time.Duration;

/**
 * A word of a text and when it is heard.
 *
 * @param text as it is written, maybe with its punctuation; "$5" is one word, whatever is said for it
 * @param start inclusive, measured from the first audio sample
 * @param end exclusive, not before {@code start}
 */
public record TimedWord(String text, Duration start, Duration end) {

    public TimedWord {
        if (start.isNegative() || end.compareTo(start) < 0) {
            throw new IllegalArgumentException(
                    "Word '%s' must run forward from 0, not from %s to %s".formatted(text, start, end));
        }
    }
}

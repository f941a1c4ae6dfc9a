package avatar.contract.viseme;

import java.time.Duration;

/**
 * A sound of speech with its time, as reported by a speech engine.
 *
 * @param symbol as the engine writes it: ARPAbet, a stress digit allowed; IPA between slashes; an engine's own symbol
 *     for a pause
 * @param start inclusive, measured from the first audio sample of the segment
 * @param end exclusive; equal to {@code start} only for a sound that the engine dropped
 */
public record Phoneme(String symbol, Duration start, Duration end) {

    public Phoneme {
        if (start.isNegative() || end.compareTo(start) < 0) {
            throw new IllegalArgumentException(
                    "Phoneme '%s' must run forward from 0, not from %s to %s".formatted(symbol, start, end));
        }
    }
}

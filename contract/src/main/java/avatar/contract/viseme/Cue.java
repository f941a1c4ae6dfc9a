package avatar.contract.viseme;

import java.time.Duration;

/**
 * One viseme and the stretch of a segment during which the mouth holds it.
 *
 * @param start inclusive, measured from the first audio sample of the segment
 * @param end exclusive, after {@code start}
 */
public record Cue(Viseme viseme, Duration start, Duration end) {

    public Cue {
        if (start.isNegative() || end.compareTo(start) <= 0) {
            throw new IllegalArgumentException(
                    "A cue must run forward from 0, not from %s to %s".formatted(start, end));
        }
    }

    public Cue until(Duration newEnd) {
        return new Cue(viseme, start, newEnd);
    }
}

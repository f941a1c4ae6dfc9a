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

    /** As much of this as is between two moments, the first of which becomes 0. */
    Cue between(Duration from, Duration to) {
        Duration shownFrom = start.compareTo(from) > 0 ? start : from;
        Duration shownTo = end.compareTo(to) < 0 ? end : to;
        return new Cue(viseme, shownFrom.minus(from), shownTo.minus(from));
    }
}

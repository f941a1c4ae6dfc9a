package avatar.contract.viseme;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Which viseme the mouth shows at every moment of a segment.
 *
 * @param duration of the segment's audio
 * @param cues contiguous, from 0 to {@code duration}; none when the duration is 0
 */
public record VisemeTimeline(Duration duration, List<Cue> cues) {

    /** The timeline of nothing said. */
    public static final VisemeTimeline EMPTY = new VisemeTimeline(Duration.ZERO, List.of());

    public VisemeTimeline {
        cues = List.copyOf(cues);
        Duration covered = Duration.ZERO;
        for (Cue cue : cues) {
            if (!cue.start().equals(covered)) {
                throw new IllegalArgumentException(
                        "Cue %s must start at %s, where the one before it ends".formatted(cue, covered));
            }
            covered = cue.end();
        }
        if (!covered.equals(duration)) {
            throw new IllegalArgumentException("Cues end at %s, the audio at %s".formatted(covered, duration));
        }
    }

    /**
     * The cue shown at {@code time}.
     *
     * @throws IllegalArgumentException if {@code time} is not within [0, duration)
     */
    public Cue at(Duration time) {
        if (time.isNegative() || time.compareTo(duration) >= 0) {
            throw new IllegalArgumentException("No cue at %s in a timeline of %s".formatted(time, duration));
        }
        int low = 0;
        int high = cues.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Comparator.<Duration>naturalOrder()
                            .compare(time, cues.get(middle).end())
                    >= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return cues.get(low);
    }

    /** The part from one moment, which becomes 0, up to another; both within this timeline. */
    public VisemeTimeline between(Duration from, Duration to) {
        List<Cue> part = cues.stream()
                .filter(cue -> cue.end().compareTo(from) > 0 && cue.start().compareTo(to) < 0)
                .map(cue -> cue.between(from, to))
                .toList();
        return new VisemeTimeline(to.minus(from), part);
    }
}

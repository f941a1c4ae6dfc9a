package avatar.contract.viseme;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The visemes of a segment over time, with the lip movements that go with them.
 *
 * @param duration of the segment's audio
 * @param cues contiguous, from 0 to {@code duration}; empty when the duration is 0; a movement has ended before the
 *     next one begins
 */
public record VisemeTimeline(Duration duration, List<Cue> cues) {

    /** The timeline of a segment without audio. */
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
        requireOneMovementAtATime(cues);
    }

    /**
     * The cue at {@code time}.
     *
     * @throws IllegalArgumentException if {@code time} is not within [0, duration)
     */
    public Cue at(Duration time) {
        requireWithin(time);
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

    /**
     * The part between two moments within this timeline, the first of which becomes 0. A movement in progress at the
     * cut continues from there.
     */
    public VisemeTimeline between(Duration from, Duration to) {
        List<Cue> part = new ArrayList<>();
        for (int index = 0; index < cues.size(); index++) {
            Cue cue = cues.get(index);
            if (cue.end().compareTo(from) > 0 && cue.start().compareTo(to) < 0) {
                part.add(cue.between(from, to, moves(cues, index)));
            }
        }
        return new VisemeTimeline(to.minus(from), part);
    }

    /**
     * The lip movement at {@code time}.
     *
     * @throws IllegalArgumentException as {@link #at}
     */
    public LipMovement lipsAt(Duration time) {
        requireWithin(time);
        int index = cues.size() - 1;
        while (index > 0 && !(moves(cues, index) && cues.get(index).begins().compareTo(time) <= 0)) {
            index--;
        }
        Cue cue = cues.get(index);
        Lips from = index == 0 ? null : cues.get(index - 1).lips();
        return new LipMovement(from, cue.lips(), cue.begins(), cue.transition());
    }

    private void requireWithin(Duration time) {
        if (time.isNegative() || time.compareTo(duration) >= 0) {
            throw new IllegalArgumentException("No cue at %s in a timeline of %s".formatted(time, duration));
        }
    }

    private static void requireOneMovementAtATime(List<Cue> cues) {
        Cue latest = null;
        for (int index = 0; index < cues.size(); index++) {
            Cue cue = cues.get(index);
            if (!moves(cues, index)) {
                continue;
            }
            if (latest != null && cue.begins().compareTo(latest.arrives()) < 0) {
                throw new IllegalArgumentException(
                        "The lips of cue %s begin to move before those of %s have arrived".formatted(cue, latest));
            }
            latest = cue;
        }
    }

    private static boolean moves(List<Cue> cues, int index) {
        return index == 0 || !cues.get(index).lips().equals(cues.get(index - 1).lips());
    }
}

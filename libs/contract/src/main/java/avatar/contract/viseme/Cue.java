package avatar.contract.viseme;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One sound of a segment, as a viseme with its time, and the lip movement that goes with it.
 *
 * <p>What is heard and what is seen differ: a T, made by the tongue alone, is spoken through the lips of the vowel
 * beside it, and lips start to move before their sound. The lips move to {@code lips} within [{@code start - lead},
 * {@code start - lead + transition}], and stay there until a later cue moves them.
 *
 * @param viseme of the sound
 * @param start inclusive, measured from the first audio sample of the segment
 * @param end exclusive, after {@code start}
 * @param lips target of the movement; if equal to those of the cue before, the lips don't move
 * @param lead how long before {@code start} the movement begins, at most {@code start}
 * @param transition duration of the movement
 */
public record Cue(Viseme viseme, Duration start, Duration end, Lips lips, Duration lead, Duration transition) {

    /** The duration of a movement where none is given: a frame at 25 fps. */
    public static final Duration DEFAULT_TRANSITION = Duration.ofMillis(40);

    public Cue {
        if (start.isNegative() || end.compareTo(start) <= 0) {
            throw new IllegalArgumentException(
                    "A cue must run forward from 0, not from %s to %s".formatted(start, end));
        }
        if (lead.isNegative() || lead.compareTo(start) > 0) {
            throw new IllegalArgumentException(
                    "The lips of a cue at %s can't lead it by %s: within 0..start".formatted(start, lead));
        }
        if (transition.isNegative()) {
            throw new IllegalArgumentException("A transition must not be negative, found " + transition);
        }
    }

    /** A cue that shows its own viseme in full, from its start. */
    public Cue(Viseme viseme, Duration start, Duration end) {
        this(viseme, start, end, Lips.of(viseme), Duration.ZERO, defaultTransition(start, end));
    }

    /** When the lip movement begins. */
    public Duration begins() {
        return start.minus(lead);
    }

    /** When the lip movement ends. */
    public Duration arrives() {
        return begins().plus(transition);
    }

    private static Duration defaultTransition(Duration start, Duration end) {
        Duration length = end.minus(start);
        return length.compareTo(DEFAULT_TRANSITION) < 0 ? length : DEFAULT_TRANSITION;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Cue of(Written written) {
        Cue plain = new Cue(required(written.viseme, "viseme"), required(written.start, "start"), written.end());
        return new Cue(
                plain.viseme,
                plain.start,
                plain.end,
                written.lips == null ? plain.lips : written.lips,
                written.lead == null ? plain.lead : written.lead,
                written.transition == null ? plain.transition : written.transition);
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("A cue needs a '%s'".formatted(name));
        }
        return value;
    }

    /** A cue as written in JSON, where cues of older versions have neither lips nor movement. */
    static final class Written {

        public @Nullable Viseme viseme;
        public @Nullable Duration start;
        public @Nullable Duration end;
        public @Nullable Lips lips;
        public @Nullable Duration lead;
        public @Nullable Duration transition;

        Duration end() {
            return required(end, "end");
        }
    }

    /**
     * The part of this cue between two moments, the first of which becomes 0.
     *
     * @param moves whether the lips differ from those before this cue
     */
    Cue between(Duration from, Duration to, boolean moves) {
        Duration saidFrom = latest(start.minus(from), Duration.ZERO);
        Duration saidTo = end.compareTo(to) < 0 ? end : to;
        Duration movesFrom = moves ? latest(begins().minus(from), Duration.ZERO) : saidFrom;
        Duration movesTo = moves ? latest(arrives().minus(from), movesFrom) : saidFrom;
        return new Cue(viseme, saidFrom, saidTo.minus(from), lips, saidFrom.minus(movesFrom), movesTo.minus(movesFrom));
    }

    private static Duration latest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}

package avatar.lips.planning;

import avatar.lips.planning.Articulation.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Guarantees that contacts (bilabials close, labiodentals touch) are visible, at the expense of neighbouring sounds:
 * JALI's first constraints.
 *
 * <p>A contact is held for a frame at 25 fps, and for two where the sound lasts 80 ms. Missing time is taken from the
 * movement after it, then from the one before; a movement that is left without time is a jump, and one that would
 * arrive after the next has begun is moved ahead.
 */
final class Contacts {

    private static final long FRAME = 41_000_000;
    private static final long LONG = 80_000_000;

    private Contacts() {}

    /** The minimum time that the lips of a gesture must be held. */
    static long hold(Gesture gesture) {
        if (!gesture.is(Role.CONTACT)) {
            return 0;
        }
        return gesture.length() < LONG ? FRAME : 2 * FRAME;
    }

    static List<Movement> hold(List<Movement> movements, long end) {
        List<Movement> held = new ArrayList<>();
        long leaves = end;
        for (Movement movement : movements.reversed()) {
            Movement next = held.isEmpty() ? null : held.getFirst();
            long missing = hold(movement.gesture()) - (leaves - movement.arrives());
            boolean mayBeCutShort = movement.gesture().is(Role.REST);
            if (missing > 0 && !mayBeCutShort && next != null && !next.gesture().is(Role.CONTACT)) {
                next = later(next, missing);
                held.set(0, next);
                leaves = next.begins();
            }
            long arrives = Math.min(movement.arrives(), leaves - hold(movement.gesture()));
            held.addFirst(movement.within(Math.min(movement.begins(), arrives), arrives));
            leaves = held.getFirst().begins();
        }
        return held.stream().map(Contacts::withinTheSegment).toList();
    }

    /** Delays the start of a movement, at most to the start of its sound, and keeps its end. */
    private static Movement later(Movement next, long missing) {
        long begins = Math.min(next.begins() + missing, Math.min(next.gesture().start(), next.arrives()));
        return next.within(Math.max(begins, next.begins()), next.arrives());
    }

    private static Movement withinTheSegment(Movement movement) {
        long begins = Math.max(0, movement.begins());
        return movement.within(begins, Math.max(begins, movement.arrives()));
    }
}

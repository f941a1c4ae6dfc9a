package avatar.lips.planning;

import avatar.lips.planning.Articulation.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees to it that lips that touch are seen to touch, whatever it costs the sounds around them: JALI's first constraints,
 * bilabials close and labiodentals touch.
 *
 * <p>They hold for a frame at 25 fps, and for two where the sound lasts 80 ms. What is missing is taken from the movement away
 * from them, then from the one before; a movement that is left no time is a jump, and one that would come after the next has
 * begun comes earlier.
 */
final class Contacts {

    private static final long FRAME = 41_000_000;
    private static final long LONG = 80_000_000;

    private Contacts() {}

    /** How long the lips of a gesture have to stay. */
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

    /** Begins to move later, but not after its sound has begun, and arrives when it did. */
    private static Movement later(Movement next, long missing) {
        long begins = Math.min(next.begins() + missing, Math.min(next.gesture().start(), next.arrives()));
        return next.within(Math.max(begins, next.begins()), next.arrives());
    }

    private static Movement withinTheSegment(Movement movement) {
        long begins = Math.max(0, movement.begins());
        return movement.within(begins, Math.max(begins, movement.arrives()));
    }
}

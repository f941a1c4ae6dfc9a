package avatar.lips.planning;

import avatar.contract.viseme.Lips;
import avatar.lips.planning.Articulation.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides when each lip movement begins and ends.
 *
 * <p>Lips lead the sound by 60 ms at most (TalkingHead begins a viseme min(60, 2/3 length) ms early): leading sound is
 * noticed at 15 to 45 ms, leading lips only at much more (ITU-R BT.1359, ATSC IS-191). Rounding starts up to 120 ms
 * early, during the sounds before (Cohen and Massaro; JALI's lip-heavy visemes). The mouth opens fast and closes
 * slowly (Rhubarb).
 */
final class Timing {

    private static final long LEAD = 60_000_000;
    private static final long ROUNDING_LEAD = 120_000_000;
    private static final long SHORTEST_LEAD = 15_000_000;

    private static final long TOUCHING = 50_000_000;
    private static final long OPENING = 60_000_000;
    private static final long SHORTEST_OPENING = 40_000_000;
    private static final long CLOSING = 80_000_000;
    private static final long RELAXING = 100_000_000;
    private static final long SHUTTING = 135_000_000;

    private Timing() {}

    /** One movement for every gesture; consecutive gestures with the same lips share one, except contacts. */
    static List<Movement> of(List<Gesture> gestures) {
        List<Movement> movements = new ArrayList<>();
        for (Gesture gesture : joined(gestures)) {
            if (movements.isEmpty()) {
                movements.add(
                        new Movement(gesture, gesture.start(), Math.min(gesture.end(), gesture.start() + RELAXING)));
            } else {
                movements.add(movement(movements.getLast().gesture(), gesture));
            }
        }
        return movements;
    }

    private static List<Gesture> joined(List<Gesture> gestures) {
        List<Gesture> joined = new ArrayList<>();
        for (Gesture gesture : gestures) {
            if (!joined.isEmpty()
                    && !gesture.is(Role.CONTACT)
                    && joined.getLast().lips().equals(gesture.lips())) {
                joined.add(joined.removeLast().until(gesture.end()));
            } else {
                joined.add(gesture);
            }
        }
        return joined;
    }

    private static Movement movement(Gesture from, Gesture to) {
        long lead = lead(from, to);
        long begins = to.start() - lead;
        // In a sound shorter than the movement, the lips arrive at its middle at the latest.
        long latest = to.is(Role.REST) ? to.end() : to.start() + to.length() / 2;
        return new Movement(to, begins, Math.min(begins + transition(from, to, lead), latest));
    }

    private static long lead(Gesture from, Gesture to) {
        if (to.is(Role.REST)) {
            return 0;
        }
        if (from.is(Role.CONTACT)) {
            return Math.clamp(from.length() - Contacts.hold(from), 0, LEAD);
        }
        // Silence needs no time; other sounds keep half of theirs.
        long free = from.is(Role.REST) ? from.length() : Math.max(SHORTEST_LEAD, from.length() / 2);
        return Math.min(free, to.is(Role.ROUNDED) ? ROUNDING_LEAD : LEAD);
    }

    private static long transition(Gesture from, Gesture to, long lead) {
        if (from.is(Role.REST) && lead >= SHORTEST_OPENING && !to.is(Role.REST)) {
            return Math.min(lead, OPENING); // out of a silence, lips have come when the sound begins
        }
        return switch (to.role()) {
            case REST -> to.lips().equals(Lips.SHUT) ? SHUTTING : RELAXING;
            case CONTACT -> TOUCHING;
            case ROUNDED -> Math.max(lead, OPENING);
            case VOWEL, TEETH, TONGUE -> opens(from, to) ? OPENING : CLOSING;
        };
    }

    private static boolean opens(Gesture from, Gesture to) {
        return to.size() > from.size();
    }
}

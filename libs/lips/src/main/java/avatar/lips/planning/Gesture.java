package avatar.lips.planning;

import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Lips.Share;
import avatar.contract.viseme.Viseme;
import avatar.lips.planning.Articulation.Role;
import java.util.List;

/**
 * The lip gesture of one sound; times as in {@link Sound}, before lead and transition.
 *
 * @param role of the sound
 */
record Gesture(Role role, Lips lips, long start, long end) {

    private static final double SHARE = 0.7;
    private static final double LARGEST_TRACE = 0.4;

    long length() {
        return end - start;
    }

    boolean is(Role other) {
        return role == other;
    }

    /** Whether other rules may change its lips. */
    boolean isYielding() {
        return role != Role.CONTACT && role != Role.REST;
    }

    Gesture with(Lips newLips) {
        return new Gesture(role, newLips, start, end);
    }

    Gesture until(long newEnd) {
        return new Gesture(role, lips, start, newEnd);
    }

    /** The distance of the lips from rest, 0 to 1: the jaw, and to a small part the width of the lips. */
    double size() {
        return lips.shares().stream()
                .mapToDouble(share ->
                        share.weight() * Articulation.of(share.viseme()).size())
                .sum();
    }

    /** The articulation of its main viseme. */
    Articulation shape() {
        return Articulation.of(lips.main());
    }

    /** A copy with mostly the lips of another gesture, and too small a share of its own to be seen by itself. */
    Gesture through(Gesture other) {
        Viseme main = other.lips.main();
        Viseme mine = lips.main();
        if (mine == main) {
            return this;
        }
        double taken = other.lips.weight(main) * SHARE;
        double trace = Math.min(lips.weight(mine) * (1 - SHARE), taken * LARGEST_TRACE);
        return with(new Lips(List.of(new Share(main, rounded(taken)), new Share(mine, rounded(trace)))));
    }

    /** Rounds to three digits: more can't be seen, and records stay short. */
    static double rounded(double weight) {
        return Math.round(weight * 1000) / 1000.0;
    }
}

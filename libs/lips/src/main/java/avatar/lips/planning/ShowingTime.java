package avatar.lips.planning;

import avatar.contract.bundle.Opening;
import avatar.contract.viseme.Viseme;
import avatar.lips.planning.Articulation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Extends shapes that would be visible too briefly: they come earlier and stay longer, where their neighbours have
 * time to spare.
 *
 * <p>Three frames at 30 fps are long enough not to flicker (see {@link MinimumHold}). For shut lips the rule of {@link
 * Contacts} is enough.
 */
final class ShowingTime {

    private static final long WANTED = 110_000_000;

    /** The maximum time that a movement begins before its sound. */
    private static final long EARLIEST = 70_000_000;

    /**
     * The time that shut lips are visible beyond their hold: the last part of the movement to them, the first part of
     * that from them.
     */
    private static final long AROUND = 30_000_000;

    /** The share of a movement from shut lips after which they are drawn open; of one to shut lips, one minus that. */
    private static final double DRAWN_OPEN = Opening.drawnOpenAfter();

    private final List<Movement> movements;

    /** Indexes of the movements to another shape. */
    private final List<Integer> changes;

    private ShowingTime(List<Movement> movements) {
        this.movements = new ArrayList<>(movements);
        this.changes = IntStream.range(0, movements.size())
                .filter(index -> index == 0 || shape(index) != shape(index - 1))
                .boxed()
                .toList();
    }

    static List<Movement> apply(List<Movement> movements) {
        ShowingTime time = new ShowingTime(movements);
        time.comeEarlier();
        time.stayLonger();
        time.comeEarlier();
        return time.movements;
    }

    private void stayLonger() {
        for (int change = 0; change + 1 < changes.size(); change++) {
            Movement next = movements.get(changes.get(change + 1));
            long room = Math.max(0, next.gesture().start() - next.begins());
            shift(change + 1, Math.clamp(missing(change), 0, room));
        }
    }

    private void comeEarlier() {
        for (int change = changes.size() - 2; change > 0; change--) {
            long spared = spare(change - 1) + (change > 1 ? Math.min(room(change - 1), spare(change - 2)) : 0);
            shift(change, -Math.clamp(missing(change), 0, Math.min(room(change), spared)));
        }
    }

    /** The time by which a movement may begin earlier. */
    private long room(int change) {
        Movement movement = movements.get(changes.get(change));
        return Math.max(0, EARLIEST - (movement.gesture().start() - movement.begins()));
    }

    private long spare(int change) {
        return Math.max(0, -missing(change));
    }

    private void shift(int change, long nanos) {
        int index = changes.get(change);
        movements.set(
                index,
                movements
                        .get(index)
                        .shifted(Math.max(nanos, -movements.get(index).begins())));
    }

    /** The time that a shape's visibility lacks; negative if it can spare some. */
    private long missing(int change) {
        int index = changes.get(change);
        return wanted(index) - (seen(changes.get(change + 1)) - seen(index));
    }

    private long wanted(int index) {
        Gesture gesture = movements.get(index).gesture();
        if (gesture.is(Role.REST)) {
            return 0;
        }
        return shape(index) == Viseme.M ? Contacts.hold(gesture) + AROUND : WANTED;
    }

    /**
     * The time at which a movement's shape replaces the one before in the drawn picture: the openings of the wider
     * shape are nearer for most of the movement.
     */
    private long seen(int index) {
        Movement movement = movements.get(index);
        double from = index == 0 ? 0 : movements.get(index - 1).gesture().size();
        double to = movement.gesture().size();
        double share = from + to == 0 ? 0.5 : DRAWN_OPEN + (1 - 2 * DRAWN_OPEN) * from / (from + to);
        return movement.begins() + Math.round(share * (movement.arrives() - movement.begins()));
    }

    private Viseme shape(int index) {
        return movements.get(index).gesture().lips().main();
    }
}

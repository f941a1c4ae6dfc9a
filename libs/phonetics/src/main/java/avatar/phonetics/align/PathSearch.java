package avatar.phonetics.align;

import avatar.phonetics.align.Unit.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest alignment of a script with a recording: segmental dynamic programming (Ostendorf and others
 * 1996), in which each unit covers a stretch of the recording. A stretch costs the difference of its frames from the
 * references, its deviation from the expected length, and less where the sound changes at its start. The search
 * proceeds frame by frame and prunes paths that cost much more than the best one (beam search), so memory and time
 * grow with the length of the recording only.
 */
final class PathSearch {

    private static final double NEVER = Track.NEVER;

    private final Script script;
    private final PathCosts costs;
    private final int frames;
    private final double beam;
    private final @Nullable Track[] tracks;
    private final PathTrace trace;

    private PathSearch(Script script, PathCosts costs, int frames, double beam) {
        this.script = script;
        this.costs = costs;
        this.frames = frames;
        this.beam = beam;
        this.tracks = new Track[script.size()];
        this.trace = new PathTrace(frames);
    }

    /**
     * The stretches of the cheapest path, from the first frame to the last; empty if no path reaches the end within
     * the beam.
     *
     * @param beam the cost that a path may have above the best one at the same frame
     */
    static Optional<List<Stretch>> search(Script script, Cepstra recording, double beam) {
        return new PathSearch(script, new PathCosts(recording), recording.count(), beam).search();
    }

    private Optional<List<Stretch>> search() {
        int low = 0;
        int high = enter(0, 0, 0, beam) + 1;
        for (int frame = 1; frame <= frames && low < high; frame++) {
            double best = advance(low, high, frame);
            trace.open(frame, low, high);
            for (int unit = low; unit < high; unit++) {
                end(unit, frame);
            }
            high = Math.max(high, enter(low, high, frame, best + beam) + 1);
            low = forgetDead(low, high, frame, best + beam);
        }
        return cheapestEnd().map(this::stretches);
    }

    /** Matches one more frame in every unit; returns the cost of the cheapest active path. */
    private double advance(int low, int high, int frame) {
        double best = NEVER;
        for (int i = low; i < high; i++) {
            Track track = tracks[i];
            if (track != null) {
                best = Math.min(best, track.match(costs.frame(script.unit(i), frame - 1), frame));
            }
        }
        return best;
    }

    /** Records the cost of a unit that ends before {@code frame}. */
    private void end(int unit, int frame) {
        Track track = tracks[unit];
        if (track != null) {
            track.end(frame);
            trace.put(frame, unit, track);
        }
    }

    /** Begins units before {@code frame} that can follow those that end there; returns the last begun unit. */
    private int enter(int low, int high, int frame, double limit) {
        int last = high - 1;
        int furthest = Math.min(script.size(), high + Script.FARTHEST_ENTRY);
        for (int i = low; i < furthest; i++) {
            Unit unit = script.unit(i);
            double cheapest = NEVER;
            int from = Unit.BEGINNING;
            for (Entry entry : unit.entries()) {
                double cost = entry.cost() + costOfEnd(entry.from(), frame);
                if (cost < cheapest) {
                    cheapest = cost;
                    from = entry.from();
                }
            }
            double cost = cheapest + (cheapest == NEVER ? 0 : costs.beginning(unit, frame));
            if (cost <= limit) {
                track(i).begin(cost, frame, i - from);
                last = Math.max(last, i);
            }
        }
        return last;
    }

    private double costOfEnd(int unit, int frame) {
        if (unit == Unit.BEGINNING) {
            return frame == 0 ? 0 : NEVER;
        }
        Track track = tracks[unit];
        return track == null ? NEVER : track.costOfEnd();
    }

    private Track track(int unit) {
        Track track = tracks[unit];
        if (track == null) {
            track = script.unit(unit).isPause() ? new PauseTrack() : new SoundTrack(script.unit(unit));
            tracks[unit] = track;
        }
        return track;
    }

    /** Prunes the first units whose paths are all outside of the beam; returns the first active unit. */
    private int forgetDead(int low, int high, int frame, double limit) {
        int alive = low;
        for (int i = low; i < high; i++) {
            Track track = tracks[i];
            if (track != null && track.isDead(frame, limit)) {
                tracks[i] = null;
            }
            if (alive == i && tracks[i] == null) {
                alive++;
            }
        }
        return alive;
    }

    private Optional<Integer> cheapestEnd() {
        @Nullable Integer end = null;
        double cheapest = NEVER;
        for (Entry ending : script.endings()) {
            double cost = ending.from() == Unit.BEGINNING ? NEVER : ending.cost() + costOfEnd(ending.from(), frames);
            if (cost < cheapest) {
                cheapest = cost;
                end = ending.from();
            }
        }
        return Optional.ofNullable(end);
    }

    /** Traces the path back, and joins the three units of each phoneme. */
    private List<Stretch> stretches(int lastUnit) {
        Deque<Stretch> stretches = new ArrayDeque<>();
        int unit = lastUnit;
        int end = frames;
        while (unit != Unit.BEGINNING) {
            int sound = script.unit(unit).sound();
            int start = end - trace.length(end, unit);
            Stretch after = stretches.peekFirst();
            if (after != null && after.sound() == sound) {
                stretches.removeFirst();
                stretches.addFirst(new Stretch(sound, start, after.end()));
            } else {
                stretches.addFirst(new Stretch(sound, start, end));
            }
            unit -= trace.origin(end, unit);
            end = start;
        }
        return new ArrayList<>(stretches);
    }
}

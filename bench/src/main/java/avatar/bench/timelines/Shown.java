package avatar.bench.timelines;

import avatar.contract.viseme.Viseme;
import java.util.ArrayList;
import java.util.List;

/**
 * A viseme that is shown from one time to another, in seconds.
 *
 * @param end exclusive
 */
record Shown(Viseme viseme, double start, double end) {

    /** The viseme shown at a time; {@link Viseme#SIL} if none is. */
    static Viseme at(List<Shown> all, double time) {
        return all.stream()
                .filter(shown -> shown.start <= time && time < shown.end)
                .map(Shown::viseme)
                .findFirst()
                .orElse(Viseme.SIL);
    }

    /** Joins neighbours with the same viseme. */
    static List<Shown> joined(List<Shown> all) {
        List<Shown> joined = new ArrayList<>();
        for (Shown shown : all) {
            if (!joined.isEmpty() && joined.getLast().viseme == shown.viseme) {
                joined.add(new Shown(shown.viseme, joined.removeLast().start, shown.end));
            } else {
                joined.add(shown);
            }
        }
        return joined;
    }
}

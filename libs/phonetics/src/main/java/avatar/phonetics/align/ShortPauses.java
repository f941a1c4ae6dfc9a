package avatar.phonetics.align;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Gives silences between words that are too short for a pause to the sounds beside them. */
final class ShortPauses {

    /** 60 ms: a shorter silence is the closure of a stop, or nothing that anybody hears. */
    private static final int SHORTEST = 12;

    private ShortPauses() {}

    /**
     * The same sounds without them. The silence before a stop is its closure; any other is held by the sound before it.
     *
     * @param isStop whether a sound begins with a closure
     */
    static List<Stretch> absorbed(List<Stretch> stretches, IntPredicate isStop) {
        List<Stretch> absorbed = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean isInside = i > 0 && i + 1 < stretches.size();
            if (stretch.isPause() && isInside && stretch.end() - stretch.start() < SHORTEST) {
                Stretch before = absorbed.getLast();
                if (isStop.test(stretches.get(i + 1).sound())) {
                    start = stretch.start();
                } else {
                    absorbed.set(absorbed.size() - 1, new Stretch(before.sound(), before.start(), stretch.end()));
                }
            } else {
                absorbed.add(start < 0 ? stretch : new Stretch(stretch.sound(), start, stretch.end()));
                start = -1;
            }
        }
        return absorbed;
    }
}

package avatar.phonetics.align;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Removes silences between words that are too short for a pause. */
final class ShortPauses {

    /** 60 ms: a shorter silence is the closure of a stop, or inaudible. */
    private static final int SHORTEST = 12;

    private ShortPauses() {}

    /**
     * The same phonemes without short pauses. A silence before a stop becomes its closure; any other extends the
     * phoneme before it.
     *
     * @param isStop whether a phoneme begins with a closure
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

package avatar.sadtalker.pipeline;

import java.util.Collections;
import java.util.List;

/** The input of the mapping network: for each picture the coefficients of 27, from 13 before it to 13 after it. */
final class Semantics {

    static final int WINDOW = 27;

    private static final int RADIUS = WINDOW / 2;

    private Semantics() {}

    /**
     * The window around one picture; beyond its ends the clip repeats its first and last picture.
     *
     * @param count number of coefficients of each picture that are used
     * @return (count, 27)
     */
    static float[] window(List<Coefficients> clip, int picture, int count) {
        float[] window = new float[count * WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            float[] row = clip.get(Math.clamp(picture - RADIUS + i, 0, clip.size() - 1))
                    .row(count);
            for (int coefficient = 0; coefficient < count; coefficient++) {
                window[coefficient * WINDOW + i] = row[coefficient];
            }
        }
        return window;
    }

    /** The window of a face that is held still. */
    static float[] held(Coefficients face, int count) {
        return window(Collections.singletonList(face), 0, count);
    }
}

package avatar.faces.loop;

import avatar.contract.viseme.Smoothstep;

/**
 * How a loop is closed: pictures {@code out - length} to {@code out} of the clip turn into pictures {@code in - length} to
 * {@code in}, so that picture {@code in} is what naturally comes next. {@code out} and {@code in} are not in these stretches.
 *
 * @param step the largest from one picture to the next that is to be expected in it, in ordinary steps
 */
record LoopSeam(int in, int out, int length, double step) {

    /** Pictures of the loop. */
    int loopLength() {
        return out - in;
    }

    boolean leavesAlone(int picture) {
        return picture >= in && picture < out - length;
    }

    /**
     * How far picture {@code index} of a seam is on its way: a smoothstep, so that nothing jerks where it begins and ends.
     *
     * @param index 0 to {@code length - 1}; one before is not on the way at all, one after has arrived
     */
    static double mix(int index, int length) {
        return Smoothstep.of((index + 1.0) / (length + 1));
    }
}

package avatar.faces.loop;

import avatar.contract.viseme.Smoothstep;

/**
 * The seam of a loop: pictures {@code out - length} to {@code out} of the clip turn into pictures {@code in - length}
 * to {@code in}, so that picture {@code in} follows naturally. {@code out} and {@code in} are not in these stretches.
 *
 * @param step the largest expected step from one picture to the next, in ordinary steps
 */
record LoopSeam(int in, int out, int length, double step) {

    /** Length of the loop in pictures. */
    int loopLength() {
        return out - in;
    }

    boolean leavesAlone(int picture) {
        return picture >= in && picture < out - length;
    }

    /**
     * The mix of picture {@code index} of a seam: a smoothstep, so that nothing jerks where the seam begins and ends.
     *
     * @param index 0 to {@code length - 1}; the picture before has mix 0, the picture after 1
     */
    static double mix(int index, int length) {
        return Smoothstep.of((index + 1.0) / (length + 1));
    }
}

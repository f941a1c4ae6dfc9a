package avatar.lips.planning;

import avatar.contract.viseme.Viseme;

/**
 * One or several consecutive phonemes with one viseme. Times are nanoseconds from the first audio sample.
 *
 * @param viseme {@link Viseme#SIL} for silence
 */
record Sound(Viseme viseme, long start, long end) {

    long length() {
        return end - start;
    }
}

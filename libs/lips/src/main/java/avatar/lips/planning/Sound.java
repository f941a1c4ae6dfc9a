package avatar.lips.planning;

import avatar.contract.viseme.Viseme;

/**
 * A viseme's worth of what is said: one sound, or several that look alike. Times are nanoseconds from the first audio sample.
 *
 * @param viseme {@link Viseme#SIL} where nothing is said
 */
record Sound(Viseme viseme, long start, long end) {

    long length() {
        return end - start;
    }
}

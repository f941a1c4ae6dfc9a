package avatar.bench.page;

/**
 * A frame that the page drew while something sounded.
 *
 * @param shown the place in the utterance's sound that it shows at its middle, in seconds
 * @param heard the place that is heard when it is first seen, in seconds
 */
record DrawnFrame(String utterance, double shown, double heard) {

    /**
     * How far the sound is ahead of the picture, in milliseconds.
     *
     * @param frameSeconds how long a frame is seen
     */
    double skewMillis(double frameSeconds) {
        return (heard + frameSeconds / 2 - shown) * 1000;
    }
}

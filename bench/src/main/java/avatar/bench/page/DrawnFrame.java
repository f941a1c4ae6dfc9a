package avatar.bench.page;

/**
 * A frame that the page drew during speech.
 *
 * @param shown the time in the utterance's sound that its middle shows, in seconds
 * @param heard the time in the sound that is heard when it is first seen, in seconds
 */
record DrawnFrame(String utterance, double shown, double heard) {

    /**
     * The lead of the sound over the picture, in milliseconds.
     *
     * @param frameSeconds the duration of a frame
     */
    double skewMillis(double frameSeconds) {
        return (heard + frameSeconds / 2 - shown) * 1000;
    }
}

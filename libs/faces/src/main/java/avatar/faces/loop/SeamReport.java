package avatar.faces.loop;

/**
 * The change of a finished loop at its seam, and elsewhere: mean change of brightness from one picture to the next, in
 * shades of 0 to 255.
 *
 * @param step the largest within the seam, and from the last picture to the first
 * @param medianStep of all other steps
 */
public record SeamReport(double step, double medianStep) {

    /** Smaller changes are invisible: the noise of a codec in a still picture. */
    private static final double LEAST_STEP = 0.02;

    /** The seam step as a ratio to the median step. */
    public double ratio() {
        return Math.max(step, LEAST_STEP) / Math.max(medianStep, LEAST_STEP);
    }
}

package avatar.faces.presenter;

/**
 * The presenter's idle movement: a loop of 8 seconds without a seam, because every part of it has a period that
 * divides the loop.
 */
final class PresenterAnimation {

    static final double LOOP_SECONDS = 8;

    private static final double BREATH_SECONDS = 4;
    private static final double BREATH_PIXELS = 2.5;
    private static final double INHALING_SHARE = 0.4;

    /** Irregular, like real blinks; the pause over the seam is the longest. */
    private static final double[] BLINKS = {1.7, 4.8};

    /** From the start of a blink; each a little before a frame of 30 a second, so that rounding does not matter. */
    private static final double CLOSED_FROM = 0.03;

    private static final double CLOSED_TO = 0.13;
    private static final double BLINK_SECONDS = 0.19;

    private static final double SACCADE_SECONDS = 0.03;

    /** The gaze from a time on: second, x, y. Two of the jumps happen during a blink, as in people. */
    private static final double[][] FIXATIONS = {
        {0, 0, 0},
        {0.83, 1.2, 0.2},
        {1.73, -0.8, 0.3},
        {2.9, 0.3, -0.4},
        {3.57, 0, 0},
        {4.83, -1.4, -0.1},
        {6.1, 0.6, 0.5},
        {6.77, 0, 0}
    };

    private static final double BROWS_UP_FROM = 2.6;
    private static final double BROWS_UP_TO = 3.7;
    private static final double BROW_MOVE_SECONDS = 0.3;
    private static final double BROW_PIXELS = -1.5;

    private PresenterAnimation() {}

    /** The pose at any time; the same again every {@link #LOOP_SECONDS}. */
    static Pose at(double seconds) {
        double t = seconds - LOOP_SECONDS * Math.floor(seconds / LOOP_SECONDS);
        double swayX = 2.7 * sine(t, 1, 0) + 1.0 * sine(t, 2, 0.3) + 0.3 * sine(t, 3, 0.55);
        double swayY = 0.6 * sine(t, 2, 0.1) + 0.4 * sine(t, 3, 0.4);
        double tilt = 0.65 * sine(t, 1, 0.06) + 0.25 * sine(t, 2, 0.7) + 0.1 * sine(t, 3, 0.2);
        return new Pose(breath(t), swayX, swayY, tilt, expression(t));
    }

    /** A sine that goes round {@code times} in a loop, from a share {@code phase} of its round on. */
    private static double sine(double t, int times, double phase) {
        return Math.sin(2 * Math.PI * (times * t / LOOP_SECONDS + phase));
    }

    private static double breath(double t) {
        double share = t % BREATH_SECONDS / BREATH_SECONDS;
        double filled =
                share < INHALING_SHARE ? eased(share / INHALING_SHARE) : eased((1 - share) / (1 - INHALING_SHARE));
        return BREATH_PIXELS * filled;
    }

    private static Expression expression(double t) {
        int last = FIXATIONS.length - 1;
        while (FIXATIONS[last][0] > t) {
            last--;
        }
        double[] to = FIXATIONS[last];
        double[] from = FIXATIONS[last == 0 ? FIXATIONS.length - 1 : last - 1];
        double moved = Math.min(1, (t - to[0]) / SACCADE_SECONDS);
        return new Expression(
                lids(t), from[1] + moved * (to[1] - from[1]), from[2] + moved * (to[2] - from[2]), browY(t));
    }

    private static Lids lids(double t) {
        for (double start : BLINKS) {
            double since = t - start + 1e-9;
            if (since >= 0 && since < BLINK_SECONDS) {
                return since >= CLOSED_FROM && since < CLOSED_TO ? Lids.CLOSED : Lids.HALF;
            }
        }
        return Lids.OPEN;
    }

    private static double browY(double t) {
        double raised = Math.min(t - BROWS_UP_FROM, BROWS_UP_TO - t) / BROW_MOVE_SECONDS;
        return raised <= 0 ? 0 : BROW_PIXELS * eased(Math.min(1, raised));
    }

    /** From 0 to 1 as a half wave, slow at both ends. */
    private static double eased(double share) {
        return (1 - Math.cos(Math.PI * share)) / 2;
    }
}

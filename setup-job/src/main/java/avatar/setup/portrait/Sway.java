package avatar.setup.portrait;

/**
 * How somebody who stands quietly is held at one moment, all as shares of the distance of the outer eye corners, but {@code roll}.
 *
 * <p>People in front of a camera move by a standard deviation of about 0.9 % of that distance sideways and 1.8 % up and down, turn by
 * 0.2 to 0.4 degrees, and are nowhere for long: 1.3 to 2.5 % a second (measured on two of them). A still bears a little less: what it
 * doesn't show can't come into sight.
 *
 * @param x of the head, towards the right of the picture
 * @param y of the head, downwards
 * @param roll of the head about the base of the neck, in radians, clockwise as seen
 * @param growth of the head as it comes nearer, against 1
 * @param yaw how far the nose moves to the right of the picture, against the ears
 * @param pitch how far the nose moves down
 * @param breath how far the shoulders are raised
 */
record Sway(double x, double y, double roll, double growth, double yaw, double pitch, double breath) {

    /** Twelve to fifteen breaths a minute is usual at rest: two in a loop of nine seconds. */
    private static final int BREATHS = 2;

    private static final double BREATH = 0.011;

    /** The head is carried by the shoulders, but the neck gives. */
    private static final double HEAD_WITH_BREATH = 0.55;

    /** Where the loop is, 0 to 1. All are sums of whole periods, so that 1 is 0 again. */
    static Sway at(double loop) {
        double breath = BREATH * breath(loop);
        return new Sway(
                0.006 * wave(loop, 1, 0.10) + 0.003 * wave(loop, 2, 0.62) + 0.0012 * wave(loop, 5, 0.3),
                0.009 * wave(loop, 1, 0.55) + 0.004 * wave(loop, 3, 0.2) - HEAD_WITH_BREATH * breath,
                Math.toRadians(0.38 * wave(loop, 1, 0.83) + 0.17 * wave(loop, 2, 0.4) + 0.07 * wave(loop, 4, 0.15)),
                0.003 * wave(loop, 1, 0.3) + 0.0012 * wave(loop, 2, 0.9),
                0.009 * wave(loop, 1, 0.95) + 0.004 * wave(loop, 3, 0.7),
                0.006 * wave(loop, 2, 0.05) + 0.002 * wave(loop, 3, 0.45),
                breath);
    }

    private static double wave(double loop, int periods, double phase) {
        return Math.sin(2 * Math.PI * (periods * loop + phase));
    }

    /** In faster than out, with a rest at the bottom: -1 to 1. */
    private static double breath(double loop) {
        double angle = 2 * Math.PI * BREATHS * loop;
        return Math.sin(angle + 0.35 * Math.sin(angle));
    }
}

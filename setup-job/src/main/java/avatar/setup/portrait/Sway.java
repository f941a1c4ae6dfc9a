package avatar.setup.portrait;

/**
 * The pose of a person who stands quietly, at one moment; all but {@code roll} in distances of the outer eye corners.
 *
 * <p>People in front of a camera move by a standard deviation of about 0.9 % of that distance sideways and 1.8 % up and
 * down, turn by 0.2 to 0.4 degrees, at 1.3 to 2.5 % a second (measured on two of them). A still allows a little less:
 * parts that it doesn't show can't appear.
 *
 * @param x of the head, towards the right of the picture
 * @param y of the head, downwards
 * @param roll of the head about the base of the neck, in radians, clockwise in the picture
 * @param growth of the head as it comes nearer, relative to 1
 * @param yaw movement of the nose to the right of the picture, relative to the ears
 * @param pitch movement of the nose down
 * @param breath height of the shoulders
 */
record Sway(double x, double y, double roll, double growth, double yaw, double pitch, double breath) {

    /** Twelve to fifteen breaths a minute is usual at rest: two in a loop of nine seconds. */
    private static final int BREATHS = 2;

    private static final double BREATH = 0.011;

    /** Part of the shoulders' movement that the head follows. */
    private static final double HEAD_WITH_BREATH = 0.55;

    /** The pose at a part of the loop, 0 to 1. All movements have integer numbers of periods, so that 1 equals 0. */
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

    /** Inhales faster than it exhales, with a pause at the bottom: -1 to 1. */
    private static double breath(double loop) {
        double angle = 2 * Math.PI * BREATHS * loop;
        return Math.sin(angle + 0.35 * Math.sin(angle));
    }
}

package avatar.sadtalker.pipeline;

/** Smooths a curve by a parabola through the 13 values around each; at the ends by the one through the outermost 13. */
final class SavitzkyGolay {

    private static final int WINDOW = 13;
    private static final int UNKNOWNS = 3;

    private SavitzkyGolay() {}

    /** Fewer than 13 values are smoothed over the largest odd number of them; fewer than 3 are not smoothed. */
    static double[] smoothed(double[] values) {
        int window = Math.min(WINDOW, values.length % 2 == 1 ? values.length : values.length - 1);
        if (window < UNKNOWNS) {
            return values.clone();
        }
        double[] smoothed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.clamp(i - window / 2, 0, values.length - window);
            smoothed[i] = parabola(values, from, window, i - from);
        }
        return smoothed;
    }

    /** The value at a place of the parabola that fits the values from {@code from} on best. */
    private static double parabola(double[] values, int from, int window, int at) {
        double[][] equations = new double[UNKNOWNS][UNKNOWNS + 1];
        for (int i = 0; i < window; i++) {
            double x = i - window / 2;
            double[] known = {1, x, x * x, values[from + i]};
            for (int row = 0; row < UNKNOWNS; row++) {
                for (int column = 0; column <= UNKNOWNS; column++) {
                    equations[row][column] += known[row] * known[column];
                }
            }
        }
        double[] parabola = LinearEquations.solve(equations);
        double x = at - window / 2;
        return parabola[0] + parabola[1] * x + parabola[2] * x * x;
    }
}

package avatar.sadtalker.pipeline;

/** A system of as many linear equations as unknowns. */
final class LinearEquations {

    private LinearEquations() {}

    /**
     * Solves them by elimination.
     *
     * @param equations each a row of factors with the right side behind them; changed
     */
    static double[] solve(double[][] equations) {
        int count = equations.length;
        for (int column = 0; column < count; column++) {
            exchange(equations, column);
            for (int row = 0; row < count; row++) {
                if (row != column) {
                    double factor = equations[row][column] / equations[column][column];
                    for (int i = column; i <= count; i++) {
                        equations[row][i] -= factor * equations[column][i];
                    }
                }
            }
        }
        double[] solution = new double[count];
        for (int i = 0; i < count; i++) {
            solution[i] = equations[i][count] / equations[i][i];
        }
        return solution;
    }

    private static void exchange(double[][] equations, int column) {
        int largest = column;
        for (int row = column + 1; row < equations.length; row++) {
            if (Math.abs(equations[row][column]) > Math.abs(equations[largest][column])) {
                largest = row;
            }
        }
        double[] row = equations[column];
        equations[column] = equations[largest];
        equations[largest] = row;
    }
}

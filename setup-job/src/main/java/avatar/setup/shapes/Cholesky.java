package avatar.setup.shapes;

import java.util.List;

/** Linear equations with a symmetrical, positive definite matrix. */
final class Cholesky {

    private Cholesky() {}

    /**
     * Solves {@code matrix * x = right}.
     *
     * @param right a row for every row of the matrix, each of as many values as there are unknowns side by side
     * @return the rows of x
     */
    static List<double[]> solve(double[][] matrix, double[][] right) {
        double[][] lower = factor(matrix);
        double[][] x = new double[right.length][];
        for (int i = 0; i < right.length; i++) {
            x[i] = right[i].clone();
            for (int k = 0; k < i; k++) {
                subtract(x[i], x[k], lower[i][k]);
            }
            divide(x[i], lower[i][i]);
        }
        for (int i = right.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < right.length; k++) {
                subtract(x[i], x[k], lower[k][i]);
            }
            divide(x[i], lower[i][i]);
        }
        return List.of(x);
    }

    /** The lower triangle L with L times its transpose = matrix. */
    private static double[][] factor(double[][] matrix) {
        double[][] lower = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
        return lower;
    }

    private static void subtract(double[] from, double[] row, double factor) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * row[i];
        }
    }

    private static void divide(double[] row, double by) {
        for (int i = 0; i < row.length; i++) {
            row[i] /= by;
        }
    }
}

package avatar.mouths.warp;

import avatar.faces.face.Point;
import java.util.List;

/**
 * The smoothest map of the plane that maps given points to given points: a thin-plate spline (Bookstein, 1989), with
 * kernel r² log r² and an affine part.
 */
public final class ThinPlate {

    private final List<Point> centres;
    private final double[] weightX;
    private final double[] weightY;

    /** @param from and {@code to}: as many points, in the same order; no two of {@code from} the same */
    public ThinPlate(List<Point> from, List<Point> to) {
        centres = List.copyOf(from);
        int n = from.size();
        double[][] system = new double[n + 3][n + 5];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                system[i][k] = kernel(
                        from.get(i).x() - from.get(k).x(),
                        from.get(i).y() - from.get(k).y());
            }
            double[] affine = {1, from.get(i).x(), from.get(i).y()};
            for (int k = 0; k < 3; k++) {
                system[i][n + k] = affine[k];
                system[n + k][i] = affine[k];
            }
            system[i][n + 3] = to.get(i).x();
            system[i][n + 4] = to.get(i).y();
        }
        solve(system);
        weightX = column(system, n + 3);
        weightY = column(system, n + 4);
    }

    public Point map(double x, double y) {
        int n = centres.size();
        double toX = weightX[n] + weightX[n + 1] * x + weightX[n + 2] * y;
        double toY = weightY[n] + weightY[n + 1] * x + weightY[n + 2] * y;
        for (int i = 0; i < n; i++) {
            double kernel = kernel(x - centres.get(i).x(), y - centres.get(i).y());
            toX += weightX[i] * kernel;
            toY += weightY[i] * kernel;
        }
        return new Point(toX, toY);
    }

    private static double kernel(double dx, double dy) {
        double squared = dx * dx + dy * dy;
        return squared == 0 ? 0 : squared * Math.log(squared);
    }

    /** Gauss and Jordan, with partial pivoting; the solutions are left in the last two columns. */
    private static void solve(double[][] system) {
        for (int column = 0; column < system.length; column++) {
            int pivot = column;
            for (int row = column + 1; row < system.length; row++) {
                if (Math.abs(system[row][column]) > Math.abs(system[pivot][column])) {
                    pivot = row;
                }
            }
            double[] pivotRow = system[pivot];
            system[pivot] = system[column];
            system[column] = pivotRow;
            for (int row = 0; row < system.length; row++) {
                if (row != column) {
                    subtract(system[row], pivotRow, system[row][column] / pivotRow[column], column);
                }
            }
        }
        for (int row = 0; row < system.length; row++) {
            double diagonal = system[row][row];
            system[row][system.length] /= diagonal;
            system[row][system.length + 1] /= diagonal;
        }
    }

    private static void subtract(double[] row, double[] other, double factor, int firstColumn) {
        for (int k = firstColumn; k < row.length; k++) {
            row[k] -= factor * other[k];
        }
    }

    private static double[] column(double[][] system, int column) {
        double[] values = new double[system.length];
        for (int row = 0; row < system.length; row++) {
            values[row] = system[row][column];
        }
        return values;
    }
}

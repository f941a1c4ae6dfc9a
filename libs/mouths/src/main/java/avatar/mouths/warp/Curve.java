package avatar.mouths.warp;

import avatar.faces.face.Point;
import java.util.List;

/**
 * A smooth line through points, from left to right: y for every x (cubic Hermite, slopes after Fritsch and Carlson).
 */
public final class Curve {

    private final double[] x;
    private final double[] y;
    private final double[] slope;

    /** @param points ordered by x, no two with the same */
    public Curve(List<Point> points) {
        x = points.stream().mapToDouble(Point::x).toArray();
        y = points.stream().mapToDouble(Point::y).toArray();
        slope = slopes(x, y);
    }

    public double left() {
        return x[0];
    }

    public double right() {
        return x[x.length - 1];
    }

    /** Level beyond the ends. */
    public double at(double at) {
        if (at <= left()) {
            return y[0];
        }
        if (at >= right()) {
            return y[y.length - 1];
        }
        int i = 0;
        while (at > x[i + 1]) {
            i++;
        }
        double h = x[i + 1] - x[i];
        double t = (at - x[i]) / h;
        double s = 1 - t;
        return y[i] * (1 + 2 * t) * s * s
                + slope[i] * h * t * s * s
                + y[i + 1] * t * t * (3 - 2 * t)
                - slope[i + 1] * h * t * t * s;
    }

    /** Harmonic means of the neighbouring slopes, 0 where they change sign: the line never overshoots its points. */
    private static double[] slopes(double[] x, double[] y) {
        int n = x.length;
        double[] slope = new double[n];
        for (int i = 1; i < n - 1; i++) {
            double before = (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
            double after = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
            slope[i] = before * after <= 0 ? 0 : 2 * before * after / (before + after);
        }
        slope[0] = (y[1] - y[0]) / (x[1] - x[0]);
        slope[n - 1] = (y[n - 1] - y[n - 2]) / (x[n - 1] - x[n - 2]);
        return slope;
    }
}

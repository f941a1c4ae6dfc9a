package avatar.contract.bundle;

/**
 * A 2-D similarity: scale, rotation and shift, in pixels.
 *
 * <pre>
 * x' = a x - b y + tx
 * y' = b x + a y + ty
 * </pre>
 */
public record Similarity(double a, double b, double tx, double ty) {

    public static final Similarity IDENTITY = new Similarity(1, 0, 0, 0);

    public double x(double x, double y) {
        return a * x - b * y + tx;
    }

    public double y(double x, double y) {
        return b * x + a * y + ty;
    }

    public double scale() {
        return Math.hypot(a, b);
    }

    /** The similarity that applies this one, then {@code next}. */
    public Similarity then(Similarity next) {
        return new Similarity(next.a * a - next.b * b, next.b * a + next.a * b, next.x(tx, ty), next.y(tx, ty));
    }

    /** The inverse of this similarity. */
    public Similarity inverse() {
        double squared = a * a + b * b;
        double ia = a / squared;
        double ib = -b / squared;
        return new Similarity(ia, ib, -(ia * tx - ib * ty), -(ib * tx + ia * ty));
    }
}

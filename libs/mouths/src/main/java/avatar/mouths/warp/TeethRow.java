package avatar.mouths.warp;

import avatar.contract.viseme.Smoothstep;

/** A row of teeth, seen from the front. Lengths are in eye distances, about 90 mm. */
enum TeethRow {
    UPPER(0.34, 0.090, 0.160, 0.222, 0.270, 0.310, 0.340),
    LOWER(0.30, 0.054, 0.112, 0.170, 0.218, 0.260, 0.300);

    /** Rise of the row from its middle to its end: it is an arc, seen a little from above or below. */
    private static final double RISE = 0.035;

    private static final double ROUNDING = 0.0035;
    private static final double GAP_WIDTH = 0.005;

    private final double halfWidth;

    /** Outer edge of each tooth, from the middle of the face; teeth further back look narrower. */
    @SuppressWarnings("ImmutableEnumChecker") // never modified
    private final double[] ends;

    TeethRow(double halfWidth, double... ends) {
        this.halfWidth = halfWidth;
        this.ends = ends;
    }

    /** Difference in height between the row's middle and here. */
    double shorter(double fromMiddle) {
        double x = Math.min(Math.abs(fromMiddle), halfWidth);
        double inTooth = inTooth(x);
        return RISE * (x / halfWidth) * (x / halfWidth) + ROUNDING * Math.pow(inTooth, 4);
    }

    /**
     * Reflected part of the light, 0..1: less towards the sides, and little between two teeth.
     *
     * @param pixel size of a pixel: narrower gaps are correspondingly weaker
     */
    double light(double fromMiddle, double pixel) {
        double x = Math.min(Math.abs(fromMiddle), halfWidth);
        double side = Smoothstep.of(x / halfWidth);
        double blur = Math.max(GAP_WIDTH, 0.7 * pixel);
        double distance = toGap(x) / blur;
        double gap = 0.16 * (GAP_WIDTH / blur) * Math.exp(-distance * distance / 2);
        double inTooth = inTooth(x);
        return (1 - 0.50 * side) * (1 - gap) * (1 - 0.05 * inTooth * inTooth);
    }

    private double toGap(double x) {
        double nearest = x;
        for (double end : ends) {
            nearest = Math.min(nearest, Math.abs(x - end));
        }
        return nearest;
    }

    /** -1 at the side of a tooth towards the middle of the face, 1 at the other. */
    private double inTooth(double x) {
        int tooth = 0;
        while (tooth < ends.length - 1 && x > ends[tooth]) {
            tooth++;
        }
        double from = tooth == 0 ? 0 : ends[tooth - 1];
        return 2 * (x - from) / (ends[tooth] - from) - 1;
    }
}

package avatar.bench.timelines;

import java.util.ArrayList;
import java.util.List;

/** The distance of each spoken onset from the shown one, after aligning both sequences with the fewest edits. */
final class OnsetErrors {

    /** The error of a missing or different viseme, in ms. */
    private static final double WORST = 200;

    private static final double OTHER = 1.2;
    private static final double FAR = 0.5;
    private static final double ROUNDING = 1e-9;

    private OnsetErrors() {}

    /** In ms, one for each spoken onset. */
    static List<Double> of(List<Shown> said, List<Shown> shown) {
        double[][] edits = edits(said, shown);
        List<Double> errors = new ArrayList<>();
        int i = said.size();
        int j = shown.size();
        while (i > 0) {
            if (j > 0 && isLeast(edits[i][j], edits[i - 1][j - 1] + exchange(said.get(i - 1), shown.get(j - 1)))) {
                i--;
                j--;
                errors.add(error(said.get(i), shown.get(j)));
            } else if (isLeast(edits[i][j], edits[i - 1][j] + 1)) {
                i--;
                errors.add(WORST);
            } else {
                j--;
            }
        }
        return errors;
    }

    /** Visemes shown before the first spoken one cost nothing. */
    private static double[][] edits(List<Shown> said, List<Shown> shown) {
        double[][] edits = new double[said.size() + 1][shown.size() + 1];
        for (int i = 1; i <= said.size(); i++) {
            edits[i][0] = i;
            for (int j = 1; j <= shown.size(); j++) {
                double exchanged = edits[i - 1][j - 1] + exchange(said.get(i - 1), shown.get(j - 1));
                edits[i][j] = Math.min(exchanged, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
            }
        }
        return edits;
    }

    private static double exchange(Shown said, Shown shown) {
        double far = Math.min(Math.abs(said.start() - shown.start()), 1) * FAR;
        return said.viseme() == shown.viseme() ? far : far + OTHER;
    }

    private static double error(Shown said, Shown shown) {
        double millis = Math.abs(said.start() - shown.start()) * 1_000;
        return said.viseme() == shown.viseme() ? Math.min(millis, WORST) : WORST;
    }

    private static boolean isLeast(double edits, double way) {
        return Math.abs(edits - way) < ROUNDING;
    }
}

package avatar.bench.scorecard.check;

/**
 * The result of a check.
 *
 * @param value in the unit of the check
 * @param text the value in readable form
 */
public record Measured(double value, String text, boolean isAtBar) {

    static Measured share(long part, long whole, double least) {
        double value = whole == 0 ? 1 : (double) part / whole;
        return new Measured(value, "%.1f %%".formatted(100 * value), value >= least);
    }
}

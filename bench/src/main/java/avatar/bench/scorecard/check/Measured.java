package avatar.bench.scorecard.check;

/**
 * What a check found.
 *
 * @param value in the unit of the check
 * @param text the value for people
 */
public record Measured(double value, String text, boolean isAtBar) {

    static Measured share(long part, long whole, double least) {
        double value = whole == 0 ? 1 : (double) part / whole;
        return new Measured(value, "%.1f %%".formatted(100 * value), value >= least);
    }
}

package avatar.scorecard.speech;

import avatar.contract.viseme.Viseme;
import java.util.Set;

/**
 * A sound that was said, in seconds from the first audio sample.
 *
 * @param symbol upper-case ARPAbet without stress
 */
public record Phone(String symbol, Viseme viseme, double start, double end) {

    private static final Set<String> TONGUE_ONLY = Set.of("T", "D", "N", "K", "G", "NG", "HH");

    public double length() {
        return end - start;
    }

    public double middle() {
        return (start + end) / 2;
    }

    public boolean isSilence() {
        return viseme == Viseme.SIL;
    }

    public boolean isVowel() {
        return !isSilence() && "AEIOU".indexOf(symbol.charAt(0)) >= 0;
    }

    /** Whether the lips have no part in it. */
    public boolean isTongueOnly() {
        return TONGUE_ONLY.contains(symbol);
    }
}

package avatar.setup.warp;

import avatar.contract.viseme.Viseme;

/**
 * A mouth shape as what it changes of the mouth at rest. Heights are in units of the distance of the outer eye corners;
 * widths and thicknesses are factors, 1 at rest.
 *
 * <p>The values were set by eye after the phonetic descriptions of the sounds and the usual animators' mouth charts.
 *
 * @param open height of the opening at its middle
 * @param wide width of the mouth
 * @param round 0: the opening is a slit that narrows evenly to the corners; 1: an ellipse
 * @param upperLip thickness of the upper lip
 * @param lowerLip thickness of the lower lip
 * @param raise share of the opening that the upper lip makes; the rest is the jaw's
 * @param inside what is seen between the lips
 */
record MouthShape(
        double open, double wide, double round, double upperLip, double lowerLip, double raise, Inside inside) {

    /**
     * What an opening shows.
     *
     * @param upperTeeth how far the upper teeth reach below the upper lip
     * @param lowerTeeth how far the lower teeth reach above the lower lip
     * @param tongue how far the tongue reaches above the lower lip, as a share of the opening
     * @param tongueInFront whether its tip lies before the teeth
     */
    record Inside(double upperTeeth, double lowerTeeth, double tongue, boolean tongueInFront) {}

    /** How far the jaw takes the lower lip down. */
    double drop() {
        return open * (1 - raise);
    }

    /** How far the lips are pushed forward, 0..1: as far as the mouth is narrowed. */
    double pout() {
        return Math.clamp((1 - wide) / 0.4, 0, 1);
    }

    static MouthShape of(Viseme viseme) {
        return switch (viseme) {
            case SIL -> lips(0, 1, 0.5, 1, 1).raising(0.3).showing(0, 0, 0);
            case M -> lips(0, 1.02, 0.5, 0.84, 0.84).raising(0.3).showing(0, 0, 0);
            case AA -> lips(0.23, 0.95, 0.75, 0.96, 0.95).raising(0.14).showing(0.042, 0, 0.34);
            case AX -> lips(0.115, 0.98, 0.55, 0.98, 0.97).raising(0.2).showing(0.034, 0, 0.3);
            case AO -> lips(0.185, 0.78, 0.95, 1.06, 1.04).raising(0.26).showing(0.02, 0, 0.26);
            case EH -> lips(0.135, 1.07, 0.5, 0.94, 0.93).raising(0.24).showing(0.05, 0, 0.36);
            case ER -> lips(0.09, 0.84, 0.7, 1.1, 1.1).raising(0.3).showing(0.036, 0.015, 0.3);
            case IY -> lips(0.075, 1.17, 0.2, 0.9, 0.88).raising(0.38).showing(0.046, 0.02, 0);
            case IH -> lips(0.09, 1.08, 0.35, 0.95, 0.94).raising(0.3).showing(0.042, 0.01, 0.3);
            case W -> lips(0.05, 0.62, 1.0, 1.16, 1.16).raising(0.48).showing(0, 0, 0);
            case OH -> lips(0.125, 0.70, 1.0, 1.1, 1.08).raising(0.34).showing(0, 0, 0.2);
            case OY -> lips(0.15, 0.76, 0.95, 1.08, 1.06).raising(0.3).showing(0.015, 0, 0.24);
            case AY -> lips(0.185, 1.02, 0.65, 0.95, 0.94).raising(0.18).showing(0.046, 0, 0.36);
            case H -> lips(0.095, 0.99, 0.6, 0.98, 0.97).raising(0.24).showing(0.025, 0, 0.2);
            case R -> lips(0.065, 0.77, 0.8, 1.14, 1.14).raising(0.36).showing(0.03, 0.012, 0.25);
            case L -> lips(0.115, 1.01, 0.45, 0.97, 0.96).raising(0.26).showing(0.026, 0, 0.8);
            case S -> lips(0.068, 1.08, 0.25, 0.93, 0.92).raising(0.38).showing(0.04, 0.031, 0);
            case SH -> lips(0.095, 0.78, 0.7, 1.16, 1.16).raising(0.45).showing(0.05, 0.042, 0);
            case TH -> lips(0.08, 1.0, 0.4, 0.96, 0.95).raising(0.34).tongueInFront(0.036, 0.58);
            case F -> lips(0.045, 1.02, 0.35, 0.87, 0.55).raising(0.95).showing(0.055, 0, 0);
            case T -> lips(0.08, 1.03, 0.35, 0.96, 0.95).raising(0.33).showing(0.042, 0.018, 0.45);
            case K -> lips(0.105, 1.02, 0.45, 0.97, 0.96).raising(0.26).showing(0.033, 0.012, 0.25);
        };
    }

    private static MouthShape lips(double open, double wide, double round, double upperLip, double lowerLip) {
        return new MouthShape(open, wide, round, upperLip, lowerLip, 0.3, new Inside(0, 0, 0, false));
    }

    private MouthShape raising(double share) {
        return new MouthShape(open, wide, round, upperLip, lowerLip, share, inside);
    }

    private MouthShape showing(double upperTeeth, double lowerTeeth, double tongue) {
        return with(new Inside(upperTeeth, lowerTeeth, tongue, false));
    }

    private MouthShape tongueInFront(double upperTeeth, double tongue) {
        return with(new Inside(upperTeeth, 0, tongue, true));
    }

    private MouthShape with(Inside seen) {
        return new MouthShape(open, wide, round, upperLip, lowerLip, raise, seen);
    }
}

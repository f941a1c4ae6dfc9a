package avatar.mouths.warp;

import avatar.contract.viseme.Viseme;

/** The visible inside of the mouth of each viseme, after the phonetic descriptions of the sounds. */
final class MouthShape {

    private MouthShape() {}

    /**
     * The inside of the mouth at the full opening of the viseme.
     *
     * @param upperTeeth brightness of the upper teeth, 0..1: lips that are pushed forward keep the light off them
     * @param lowerTeeth height of the lower teeth above the lower lip, in eye distances
     * @param tongue height of the tongue above the lower lip, as a part of the opening
     * @param tongueInFront whether its tip lies before the teeth
     */
    record Inside(double upperTeeth, double lowerTeeth, double tongue, boolean tongueInFront) {}

    /** Whether the lips stay shut. */
    static boolean isShut(Viseme viseme) {
        return viseme == Viseme.M || viseme == Viseme.SIL;
    }

    static Inside inside(Viseme viseme) {
        return switch (viseme) {
            case SIL, M -> showing(0, 0, 0);
            case AA -> showing(0.85, 0, 0.34);
            case AX -> showing(0.9, 0, 0.3);
            case AO -> showing(0.12, 0, 0.26);
            case EH -> showing(1, 0, 0.36);
            case ER -> showing(0.85, 0.015, 0.3);
            case IY -> showing(1, 0.02, 0);
            case IH -> showing(1, 0.01, 0.3);
            case W -> showing(0, 0, 0);
            case OH -> showing(0, 0, 0.2);
            case OY -> showing(0.08, 0, 0.24);
            case AY -> showing(0.95, 0, 0.36);
            case H -> showing(0.7, 0, 0.2);
            case R -> showing(0.7, 0.012, 0.25);
            case L -> showing(0.9, 0, 0.8);
            case S -> showing(1, 0.031, 0);
            case SH -> showing(1, 0.042, 0);
            case TH -> new Inside(0.95, 0, 0.58, true);
            case F -> showing(1, 0, 0);
            case T -> showing(1, 0.018, 0.45);
            case K -> showing(0.85, 0.012, 0.25);
        };
    }

    private static Inside showing(double upperTeeth, double lowerTeeth, double tongue) {
        return new Inside(upperTeeth, lowerTeeth, tongue, false);
    }
}

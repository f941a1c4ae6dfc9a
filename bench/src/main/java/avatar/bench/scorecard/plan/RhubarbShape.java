package avatar.bench.scorecard.plan;

import avatar.bench.speech.Phone;
import avatar.contract.viseme.Viseme;
import java.util.EnumSet;
import java.util.Set;

/** The mouth shapes of Rhubarb Lip Sync, and the viseme that looks like each. */
enum RhubarbShape {
    /** Shut for P B M. */
    A(Viseme.M, "AXGBCHEDF", "A"),
    /** Teeth clenched. */
    B(Viseme.IH, "BGAXCHEDF", "B"),
    /** Open. */
    C(Viseme.EH, "CHBGDAXEF", "B"),
    /** Wide open. */
    D(Viseme.AA, "DCHBGAXEF", "C"),
    /** Slightly rounded. */
    E(Viseme.ER, "ECHBGAXDF", "C"),
    /** Puckered. */
    F(Viseme.W, "FBGAXCHED", "B"),
    /** Lower lip at the upper teeth. */
    G(Viseme.F, "GABCHXEDF", "X"),
    /** Tongue up for a long L. */
    H(Viseme.L, "HCBGDAXEF", "B"),
    /** Idle. */
    X(Viseme.SIL, "XAGBCHEDF", "X");

    private final Viseme viseme;
    private final String effort;
    private final String relaxed;

    /**
     * A shape.
     *
     * @param effort all shapes, in the order of the effort to get there from this one
     * @param relaxed the shape it becomes when its muscles relax
     */
    RhubarbShape(Viseme viseme, String effort, String relaxed) {
        this.viseme = viseme;
        this.effort = effort;
        this.relaxed = relaxed;
    }

    Viseme viseme() {
        return viseme;
    }

    RhubarbShape relaxed() {
        return valueOf(relaxed);
    }

    /** The one of some shapes that takes least effort from here. */
    RhubarbShape nearest(Set<RhubarbShape> shapes) {
        return effort.chars()
                .mapToObj(name -> valueOf(Character.toString(name)))
                .filter(shapes::contains)
                .findFirst()
                .orElseThrow();
    }

    /** The shapes that a phone allows; both shapes of a diphthong. */
    static Set<RhubarbShape> of(Phone phone) {
        boolean isLong = phone.length() >= 0.2;
        return switch (phone.symbol()) {
            case "AO", "ER", "AXR" -> EnumSet.of(E);
            case "AA" -> EnumSet.of(D);
            case "IY", "IH", "IX" -> EnumSet.of(B);
            case "UW", "UH", "UX", "W", "WH" -> EnumSet.of(F);
            case "EH", "AE" -> EnumSet.of(C);
            case "AH", "AY" -> EnumSet.of(isLong ? D : C);
            case "AX", "AX-H" -> EnumSet.of(B, C);
            case "EY" -> EnumSet.of(C);
            case "OW", "OY" -> EnumSet.of(E);
            case "AW" -> EnumSet.of(phone.length() < 0.3 ? C : D);
            case "P", "B", "M", "EM" -> EnumSet.of(A);
            case "F", "V" -> EnumSet.of(G);
            case "T", "D", "DX", "CH", "JH", "TH", "DH", "S", "Z", "SH", "ZH" -> EnumSet.of(B, F);
            case "K", "G" -> EnumSet.of(B, C, E, F, H);
            case "NG" -> EnumSet.of(B, C, E, F);
            case "N", "EN", "NX" -> EnumSet.of(B, C, F, H);
            case "L", "EL" -> isLong ? EnumSet.of(H) : EnumSet.of(B, E, F, H);
            case "R" -> EnumSet.of(B, E, F);
            case "Y" -> EnumSet.of(B, C, F);
            default -> phone.isSilence() ? EnumSet.of(X) : EnumSet.allOf(RhubarbShape.class);
        };
    }
}

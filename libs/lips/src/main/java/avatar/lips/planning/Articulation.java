package avatar.lips.planning;

import avatar.contract.viseme.Viseme;

/**
 * The articulation of a viseme, as far as it affects neighbouring visemes.
 *
 * <p>Two axes, as in JALI (Edwards et al. 2016): the jaw from shut (0) to open (1), the lips from pushed forward (-1)
 * to spread (1). They decide which shapes look alike and in which direction the jaw moves; they are not drawn. The
 * dominance is that of Cohen and Massaro (1993): how strongly a shape prevails over its neighbours.
 */
record Articulation(Role role, double jaw, double lips, double dominance) {

    /** The role of a viseme, which decides which rules apply to it. */
    enum Role {
        /** Lips, or lips and teeth, touch. Without the contact another sound is seen, so no rule may remove it. */
        CONTACT,
        /** Lips pushed forward; they start early. */
        ROUNDED,
        /** A shape that gets smaller if there is too little time for it. */
        VOWEL,
        /** A consonant with a shape of its own: teeth together, or the tongue between them. */
        TEETH,
        /** Made by the tongue alone: the lips follow their neighbours. */
        TONGUE,
        /** Silence. */
        REST
    }

    static Articulation of(Viseme viseme) {
        return switch (viseme) {
            case M -> new Articulation(Role.CONTACT, 0, 0, 9);
            case F -> new Articulation(Role.CONTACT, 0.05, 0.1, 9);
            case AA -> new Articulation(Role.VOWEL, 1, 0, 1);
            case AX -> new Articulation(Role.VOWEL, 0.45, 0, 0.4);
            case AO -> new Articulation(Role.VOWEL, 0.85, -0.3, 1);
            case EH -> new Articulation(Role.VOWEL, 0.75, 0.4, 0.8);
            case ER -> new Articulation(Role.VOWEL, 0.4, -0.4, 0.7);
            case IY -> new Articulation(Role.VOWEL, 0.3, 0.7, 0.9);
            case IH -> new Articulation(Role.VOWEL, 0.35, 0.4, 0.5);
            case OY -> new Articulation(Role.VOWEL, 0.6, -0.6, 1);
            case AY -> new Articulation(Role.VOWEL, 0.7, 0.2, 0.9);
            case OH -> new Articulation(Role.ROUNDED, 0.55, -0.7, 1.1);
            case W -> new Articulation(Role.ROUNDED, 0.15, -1, 1.3);
            case R -> new Articulation(Role.ROUNDED, 0.2, -0.7, 0.8);
            case SH -> new Articulation(Role.ROUNDED, 0.3, -0.6, 1.1);
            case S -> new Articulation(Role.TEETH, 0.15, 0.4, 1.1);
            case TH -> new Articulation(Role.TEETH, 0.25, 0.2, 0.6);
            case L -> new Articulation(Role.TONGUE, 0.5, 0.1, 0.3);
            case H -> new Articulation(Role.TONGUE, 0.35, 0.1, 0.1);
            case T -> new Articulation(Role.TONGUE, 0.35, 0.2, 0.2);
            case K -> new Articulation(Role.TONGUE, 0.4, 0.1, 0.1);
            case SIL -> new Articulation(Role.REST, 0, 0, 0);
        };
    }

    /** The visible size, from 0 for shut lips to 1. */
    double size() {
        return jaw + Math.abs(lips) / 4;
    }

    double distance(Articulation other) {
        return Math.hypot(jaw - other.jaw, lips - other.lips);
    }
}

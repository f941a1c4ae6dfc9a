package avatar.contract.bundle;

import avatar.contract.viseme.Smoothstep;

/**
 * A degree of mouth opening, between shut and the full shape of a viseme. A bundle has a patch of every viseme for
 * each.
 */
public enum Opening {
    THIRD(1 / 3.0, "_1"),
    TWO_THIRDS(2 / 3.0, "_2"),
    FULL(1, "");

    private final double share;
    private final String suffix;

    Opening(double share, String suffix) {
        this.share = share;
        this.suffix = suffix;
    }

    /** The share of the full shape, in (0, 1]. */
    public double share() {
        return share;
    }

    /**
     * The share of a movement's time after which opening lips are drawn open: from then on they are nearer to the
     * narrowest opening than to shut, moving along {@link Smoothstep}. Closing lips are drawn shut after one minus
     * this share.
     */
    public static double drawnOpenAfter() {
        return Smoothstep.inverse(THIRD.share / 2);
    }

    /** The suffix of its patches' file names. */
    String suffix() {
        return suffix;
    }
}

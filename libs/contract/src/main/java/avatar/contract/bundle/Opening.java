package avatar.contract.bundle;

import avatar.contract.viseme.Smoothstep;

/** How far a mouth is open, from shut to the full shape of a viseme. A bundle has a patch of every viseme for each. */
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

    /** Share of the way to the full shape, in (0, 1]. */
    public double share() {
        return share;
    }

    /**
     * The share of a movement's time after which lips that open from shut are drawn open: when they are nearer to the narrowest
     * opening than to shut, on a way along {@link Smoothstep}. Lips that shut are drawn shut after one minus that.
     */
    public static double drawnOpenAfter() {
        return Smoothstep.inverse(THIRD.share / 2);
    }

    /** The end of the names of its patches. */
    String suffix() {
        return suffix;
    }
}

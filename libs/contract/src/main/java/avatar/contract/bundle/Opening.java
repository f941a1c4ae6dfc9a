package avatar.contract.bundle;

/** How far a mouth has opened, from shut to the full shape of a viseme. A bundle has a patch of every viseme for each. */
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

    /** Of the way to the full shape, in (0, 1]. */
    public double share() {
        return share;
    }

    /** Of the name of its patches. */
    String suffix() {
        return suffix;
    }
}

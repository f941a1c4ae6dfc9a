package avatar.setup.progress;

/**
 * A stage of making an avatar. Its part of the time was measured on Video04 and the presenter; it need not be exact.
 */
public enum Stage {
    FIND("Finding the face", 22),
    FOLLOW("Measuring the face", 30),
    LOOP("Writing the loop", 28),
    MOUTHS("Making the mouths", 12),
    LIGHT("Matching the light", 8);

    private final String label;
    private final double share;

    Stage(String label, int percent) {
        this.label = label;
        this.share = percent / 100.0;
    }

    /** The name for users. */
    public String label() {
        return label;
    }

    /**
     * The overall progress for a progress of this stage, both 0..1.
     *
     * @param effort factor of the time for the mouths, 1 for engine warp
     */
    double overall(double done, double effort) {
        double before = 0;
        double all = 0;
        for (Stage stage : values()) {
            if (stage.compareTo(this) < 0) {
                before += stage.time(effort);
            }
            all += stage.time(effort);
        }
        return (before + time(effort) * done) / all;
    }

    private double time(double effort) {
        return this == MOUTHS ? share * effort : share;
    }
}

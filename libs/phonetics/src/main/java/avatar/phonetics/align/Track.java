package avatar.phonetics.align;

/** The paths in one unit of a script. Times are frame boundaries: frame {@code n} is before boundary {@code n + 1}. */
sealed interface Track permits PauseTrack, SoundTrack {

    double NEVER = Double.POSITIVE_INFINITY;

    /**
     * Begins a path.
     *
     * @param cost of the path so far
     * @param origin number of units back to its previous unit
     */
    void begin(double cost, int time, int origin);

    /** Matches the frame before {@code time} on all paths; returns the cost of the cheapest one. */
    double match(double cost, int time);

    /** Determines the cheapest path that may end at {@code time}. */
    void end(int time);

    double costOfEnd();

    /** The number of frames of the cheapest ending path in this unit; 1 if it stays. */
    int length();

    /** The number of units back to the previous unit of the cheapest ending path; 0 if it was here before. */
    int origin();

    /** Whether all its paths can be pruned. */
    boolean isDead(int time, double limit);
}

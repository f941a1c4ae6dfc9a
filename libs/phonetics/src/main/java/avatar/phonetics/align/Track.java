package avatar.phonetics.align;

/** The paths that are in one unit of a script. Times are boundaries of frames: frame {@code n} is before boundary {@code n + 1}. */
sealed interface Track permits PauseTrack, SoundTrack {

    double NEVER = Double.POSITIVE_INFINITY;

    /**
     * A path comes in.
     *
     * @param cost of the path until here
     * @param origin how many units before this one it comes from
     */
    void begin(double cost, int time, int origin);

    /** All paths hear the frame before {@code time}; answers what the cheapest costs then. */
    double hear(double cost, int time);

    /** Sees what ending at {@code time} costs at least, and by which path. */
    void end(int time);

    double costOfEnd();

    /** How many frames the cheapest path that ends was here; 1 if it stays. */
    int length();

    /** How many units before this one the cheapest path that ends comes from; 0 if it was here before. */
    int origin();

    /** Whether nothing of it can matter any more. */
    boolean isDead(int time, double limit);
}

package avatar.phonetics.align;

/** Backtracking information of the search: two bytes for each active unit and frame. */
final class PathTrace {

    private final int[] firstUnits;
    private final byte[][] lengths;
    private final byte[][] origins;

    PathTrace(int frames) {
        firstUnits = new int[frames + 1];
        lengths = new byte[frames + 1][];
        origins = new byte[frames + 1][];
    }

    /** Allocates the entries of the units from {@code low} (inclusive) to {@code high} (exclusive) at {@code time}. */
    void open(int time, int low, int high) {
        firstUnits[time] = low;
        lengths[time] = new byte[high - low];
        origins[time] = new byte[high - low];
    }

    void put(int time, int unit, Track track) {
        lengths[time][unit - firstUnits[time]] = (byte) track.length();
        origins[time][unit - firstUnits[time]] = (byte) track.origin();
    }

    /** The number of frames that the best path in {@code unit} had been there at {@code time}; 1 in a pause. */
    int length(int time, int unit) {
        return lengths[time][unit - firstUnits[time]];
    }

    /** The number of units back to the previous unit of that path. */
    int origin(int time, int unit) {
        return origins[time][unit - firstUnits[time]];
    }
}

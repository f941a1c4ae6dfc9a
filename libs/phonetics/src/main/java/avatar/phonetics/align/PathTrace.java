package avatar.phonetics.align;

/** How each path came to where it is: two bytes for each unit that is alive at a time. */
final class PathTrace {

    private final int[] firstUnits;
    private final byte[][] lengths;
    private final byte[][] origins;

    PathTrace(int frames) {
        firstUnits = new int[frames + 1];
        lengths = new byte[frames + 1][];
        origins = new byte[frames + 1][];
    }

    /** Makes room for the units from {@code low} to before {@code high} that may end at {@code time}. */
    void open(int time, int low, int high) {
        firstUnits[time] = low;
        lengths[time] = new byte[high - low];
        origins[time] = new byte[high - low];
    }

    void put(int time, int unit, Track track) {
        lengths[time][unit - firstUnits[time]] = (byte) track.length();
        origins[time][unit - firstUnits[time]] = (byte) track.origin();
    }

    /** How many frames the best path that is in {@code unit} until {@code time} was there; 1 in a pause. */
    int length(int time, int unit) {
        return lengths[time][unit - firstUnits[time]];
    }

    /** How many units before {@code unit} that path was in before. */
    int origin(int time, int unit) {
        return origins[time][unit - firstUnits[time]];
    }
}

package avatar.pictures.playback;

/** Counts events in the latest full second. Thread-safe. */
public final class RateMeter {

    private static final long SECOND = 1_000_000_000;

    private long second;
    private int count;
    private int countBefore;

    public synchronized void mark(long nanos) {
        turnTo(nanos);
        count++;
    }

    public synchronized int perSecond(long nanos) {
        turnTo(nanos);
        return countBefore;
    }

    private void turnTo(long nanos) {
        long now = Math.floorDiv(nanos, SECOND);
        if (now != second) {
            countBefore = now == second + 1 ? count : 0;
            count = 0;
            second = now;
        }
    }
}

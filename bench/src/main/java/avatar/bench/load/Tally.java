package avatar.bench.load;

import java.util.Arrays;

/** The arrival times of one viewer's frames, by {@link System#nanoTime}. For one thread; read after it has ended. */
final class Tally implements PartScanner.Listener {

    private long[] arrivals = new long[1024];
    private int frames;
    private int spoken;
    private long bytes;
    private boolean isCounting;

    /** Starts counting frames. */
    void begin() {
        isCounting = true;
    }

    @Override
    public void arrived(boolean isSpoken, int length) {
        if (!isCounting) {
            return;
        }
        if (frames == arrivals.length) {
            arrivals = Arrays.copyOf(arrivals, 2 * frames);
        }
        arrivals[frames++] = System.nanoTime();
        spoken += isSpoken ? 1 : 0;
        bytes += length;
    }

    int frames() {
        return frames;
    }

    int spoken() {
        return spoken;
    }

    /** Bytes of the pictures only. */
    long bytes() {
        return bytes;
    }

    /** The times between consecutive frames. */
    long[] intervals() {
        long[] intervals = new long[Math.max(0, frames - 1)];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = arrivals[i + 1] - arrivals[i];
        }
        return intervals;
    }
}

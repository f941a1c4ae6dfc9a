package avatar.bench.load;

import java.util.Arrays;

/** When the frames of one viewer came, by {@link System#nanoTime}. For one thread; read when that has ended. */
final class Tally implements PartScanner.Listener {

    private long[] arrivals = new long[1024];
    private int frames;
    private int spoken;
    private long bytes;
    private boolean isCounting;

    /** From now on frames count. */
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

    /** Of the pictures alone. */
    long bytes() {
        return bytes;
    }

    /** The times between one frame and the next. */
    long[] intervals() {
        long[] intervals = new long[Math.max(0, frames - 1)];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = arrivals[i + 1] - arrivals[i];
        }
        return intervals;
    }
}

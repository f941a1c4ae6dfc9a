package avatar.mouths.blink;

import avatar.contract.viseme.Smoothstep;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The times of blinks in a loop, and the position of the lids in each of its frames.
 *
 * <p>People who look ahead of them blink 8 to 21 times a minute (Doughty, 2001), at intervals that scatter widely; here
 * it is about every 4 seconds, after 2 to 7. Lids take about 100 ms to come down (Stern and others, 1984) and rise more
 * slowly than they fall (Sforza and others, 2008). The same loop always blinks at the same times.
 */
public final class BlinkSchedule {

    private static final double MEAN_SECONDS = 4;
    private static final double LEAST_SECONDS = 2;
    private static final double MOST_SECONDS = 7;
    private static final double CLOSING_SECONDS = 0.10;
    private static final double SHUT_SECONDS = 0.05;
    private static final double OPENING_SECONDS = 0.15;
    private static final double BLINK_SECONDS = CLOSING_SECONDS + SHUT_SECONDS + OPENING_SECONDS;

    /** Distance of blinks from the ends of the loop. */
    private static final double QUIET_SECONDS = 0.3;

    private static final long SEED = 20;

    /** Smaller values are invisible. */
    private static final double LEAST_CLOSED = 0.02;

    private final double[] closed;
    private final int blinks;

    private BlinkSchedule(double[] closed, int blinks) {
        this.closed = closed;
        this.blinks = blinks;
    }

    /**
     * The blinks of a loop of so many frames; a loop shorter than 2 seconds has none, since they would be too frequent.
     */
    public static BlinkSchedule of(int frames, double fps) {
        double seconds = frames / fps;
        List<Double> starts = seconds < LEAST_SECONDS ? List.of() : starts(seconds);
        double[] closed = new double[frames];
        for (int frame = 0; frame < frames; frame++) {
            for (double start : starts) {
                closed[frame] = Math.max(closed[frame], closedAfter(frame / fps - start));
            }
        }
        return new BlinkSchedule(closed, starts.size());
    }

    /** The gaps cover the whole loop, including its ends. */
    private static List<Double> starts(double seconds) {
        int count = Math.toIntExact(Math.max(1, Math.round(seconds / MEAN_SECONDS)));
        Random random = new Random(SEED);
        double[] gaps = gaps(seconds, count, random);
        double before = QUIET_SECONDS;
        double after = QUIET_SECONDS + BLINK_SECONDS;
        double room = Math.max(0, gaps[0] - before - after);
        double start = before + room * (0.3 + 0.4 * random.nextDouble());
        List<Double> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            starts.add(start);
            start += gaps[(i + 1) % count];
        }
        return starts;
    }

    /**
     * The time from each blink to the next: random within bounds, in sum the length of the loop; the first one spans
     * its ends.
     */
    private static double[] gaps(double seconds, int count, Random random) {
        double[] gaps = new double[count];
        double left = seconds;
        for (int i = 0; i < count; i++) {
            int others = count - 1 - i;
            double least = Math.max(LEAST_SECONDS, left - others * MOST_SECONDS);
            double most = Math.min(MOST_SECONDS, left - others * LEAST_SECONDS);
            double mean = left / (others + 1);
            double wanted = mean * (0.6 + 0.8 * random.nextDouble());
            gaps[i] = others == 0 ? left : Math.clamp(wanted, least, most);
            left -= gaps[i];
        }
        return gaps;
    }

    /** Closes with rising and falling speed, stays shut, and opens ever more slowly. */
    private static double closedAfter(double seconds) {
        double opening = seconds - CLOSING_SECONDS - SHUT_SECONDS;
        double closed;
        if (seconds <= 0 || opening >= OPENING_SECONDS) {
            closed = 0;
        } else if (opening > 0) {
            closed = Smoothstep.of(1 - opening / OPENING_SECONDS);
        } else {
            closed = Smoothstep.of(seconds / CLOSING_SECONDS);
        }
        return closed < LEAST_CLOSED ? 0 : closed;
    }

    public int frames() {
        return closed.length;
    }

    /** Number of blinks in the loop. */
    public int blinks() {
        return blinks;
    }

    /** The position of the lids in a frame: 0 open, 1 shut. */
    public double closed(int frame) {
        return closed[frame];
    }
}

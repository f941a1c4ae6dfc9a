package avatar.bench.render;

import java.lang.management.ManagementFactory;

/**
 * What the making of one film took.
 *
 * @param filmSeconds how long the film plays
 * @param seconds by the clock
 * @param processorSeconds of the thread that made it
 * @param peakMegabytes the most that the process had in memory meanwhile; 0 where that can't be told
 * @param fileBytes of the film
 */
record Making(double filmSeconds, double seconds, double processorSeconds, long peakMegabytes, long fileBytes) {

    private static final double NANOS = 1e9;

    /** Something that writes a film. */
    interface Film {

        /** Writes it, and says how long it plays and how large it is. */
        Written write();
    }

    record Written(double seconds, long bytes) {}

    static Making of(Film film) {
        System.gc();
        PeakMemory.forget();
        long processor = processorNanos();
        long begun = System.nanoTime();
        Written written = film.write();
        return new Making(
                written.seconds(),
                (System.nanoTime() - begun) / NANOS,
                (processorNanos() - processor) / NANOS,
                PeakMemory.megabytes(),
                written.bytes());
    }

    double timesRealTime() {
        return filmSeconds / seconds;
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

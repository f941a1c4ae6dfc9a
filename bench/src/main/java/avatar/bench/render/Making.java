package avatar.bench.render;

import java.lang.management.ManagementFactory;

/**
 * The cost of one render.
 *
 * @param filmSeconds duration of the video
 * @param seconds by the clock
 * @param processorSeconds of the thread that made it
 * @param peakMegabytes peak memory of the process; 0 where it can't be measured
 * @param fileBytes size of the file
 */
record Making(double filmSeconds, double seconds, double processorSeconds, long peakMegabytes, long fileBytes) {

    private static final double NANOS = 1e9;

    /** Writes a video file. */
    interface Writer {

        /** Writes the file, and returns its duration and its size. */
        Written write();
    }

    record Written(double seconds, long bytes) {}

    static Making of(Writer writer) {
        System.gc();
        PeakMemory.forget();
        long processor = processorNanos();
        long begun = System.nanoTime();
        Written written = writer.write();
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

package avatar.bench.frames;

import java.util.Arrays;

/**
 * The times of a repeated step.
 *
 * @param mean milliseconds
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
record Cost(double mean, double p50, double p99) {

    private static final double MILLIS = 1e6;

    static Cost of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElseThrow() / MILLIS;
        return new Cost(mean, sorted[sorted.length / 2] / MILLIS, sorted[sorted.length * 99 / 100] / MILLIS);
    }

    Cost dividedBy(int calls) {
        return new Cost(mean / calls, p50 / calls, p99 / calls);
    }
}

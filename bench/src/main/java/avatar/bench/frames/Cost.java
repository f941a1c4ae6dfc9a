package avatar.bench.frames;

import java.util.Arrays;

/**
 * What something took, again and again.
 *
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
record Cost(double p50, double p99) {

    private static final double MILLIS = 1e6;

    static Cost of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Cost(sorted[sorted.length / 2] / MILLIS, sorted[sorted.length * 99 / 100] / MILLIS);
    }

    Cost dividedBy(int calls) {
        return new Cost(p50 / calls, p99 / calls);
    }
}

package avatar.bench.frames;

import java.util.Arrays;
import java.util.function.Supplier;

/** Measures the time of a repeated step. */
final class Samples {

    private final long[] nanos;
    private int count;

    Samples(int most) {
        nanos = new long[most];
    }

    <T> T time(Supplier<T> step) {
        long begun = System.nanoTime();
        T result = step.get();
        nanos[count++] = System.nanoTime() - begun;
        return result;
    }

    void time(Runnable step) {
        time(() -> {
            step.run();
            return step;
        });
    }

    Cost cost() {
        return Cost.of(Arrays.copyOf(nanos, count));
    }
}

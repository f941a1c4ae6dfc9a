package avatar.kit.time;

import java.util.function.LongSupplier;

/** A monotonic clock for durations, such as {@link System#nanoTime}; tests inject their own. */
@FunctionalInterface
public interface NanoClock extends LongSupplier {}

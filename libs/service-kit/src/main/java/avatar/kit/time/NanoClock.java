package avatar.kit.time;

import java.util.function.LongSupplier;

/** A clock for durations, as {@link System#nanoTime}: it never goes back. Injected; tests bring their own. */
@FunctionalInterface
public interface NanoClock extends LongSupplier {}

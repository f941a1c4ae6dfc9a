package avatar.contract.viseme;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lips on their way, or at its end.
 *
 * @param from null for wherever they were before the segment
 * @param begins measured from the first audio sample of the segment
 */
public record LipMovement(@Nullable Lips from, Lips to, Duration begins, Duration transition) {}

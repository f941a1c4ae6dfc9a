package avatar.contract.viseme;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A movement of the lips, in progress or completed.
 *
 * @param from null: their position before the segment, which is unknown
 * @param begins measured from the first audio sample of the segment
 */
public record LipMovement(@Nullable Lips from, Lips to, Duration begins, Duration transition) {}

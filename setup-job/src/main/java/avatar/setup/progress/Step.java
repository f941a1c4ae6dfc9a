package avatar.setup.progress;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a setup is, at one moment.
 *
 * @param done of the stage, 0..1
 * @param overall of all stages, 0..1
 * @param left as estimated; null while too little is done to say
 */
public record Step(
        Stage stage, double done, double overall, @Nullable Duration left) {}

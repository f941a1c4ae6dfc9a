package avatar.setup.progress;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a setup at one moment.
 *
 * @param done of the stage, 0..1
 * @param overall of all stages, 0..1
 * @param left estimated; null while too little is done for an estimate
 */
public record Step(
        Stage stage, double done, double overall, @Nullable Duration left) {}

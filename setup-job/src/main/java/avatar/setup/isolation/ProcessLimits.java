package avatar.setup.isolation;

import java.time.Duration;
import java.util.List;

/**
 * What a process may use before it is ended.
 *
 * @param processor time of the processor, of all its threads together
 * @param elapsed time by the clock
 * @param memoryBytes that it may write to: heap, libraries' own memory, stacks
 * @param fileBytes of the largest file that it may write
 */
public record ProcessLimits(Duration processor, Duration elapsed, long memoryBytes, long fileBytes) {

    /** From the signal at the end of the processor's time to the end of a process that ignores it. */
    private static final long GRACE_SECONDS = 5;

    /** The limits of a task that takes that many times as long. */
    public ProcessLimits times(double effort) {
        return new ProcessLimits(scaled(processor, effort), scaled(elapsed, effort), memoryBytes, fileBytes);
    }

    private static Duration scaled(Duration time, double effort) {
        return Duration.ofMillis(Math.round(time.toMillis() * effort));
    }

    /** Options of {@code prlimit}. */
    List<String> options() {
        long seconds = Math.max(1, processor.toSeconds());
        return List.of(
                "--cpu=%d:%d".formatted(seconds, seconds + GRACE_SECONDS),
                "--data=" + memoryBytes,
                "--fsize=" + fileBytes,
                "--core=0");
    }
}

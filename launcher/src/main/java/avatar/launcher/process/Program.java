package avatar.launcher.process;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A program that runs for as long as the system does: when its process ends, the next one takes its place.
 *
 * @param tier programs of one tier are stopped together, those of a higher tier before those of a lower one
 * @param isVital whether the system ends when the program dies again and again
 * @param log of all of its processes
 * @param obstacle what keeps it from running at the moment, such as a full disk; it is not started again before that
 *     is over, and a death of that is not counted
 * @param starter starts a process that writes to the log
 */
public record Program(
        String name,
        int tier,
        boolean isVital,
        Path log,
        Supplier<Optional<String>> obstacle,
        Function<LogFile, ChildProcess> starter) {

    /** A program that nothing keeps from running. */
    public Program(String name, int tier, boolean isVital, Path log, Function<LogFile, ChildProcess> starter) {
        this(name, tier, isVital, log, Optional::empty, starter);
    }

    ChildProcess start() {
        return starter.apply(LogFile.fresh(log));
    }

    ChildProcess startAgain() {
        return starter.apply(LogFile.continued(log));
    }
}

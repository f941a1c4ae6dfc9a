package avatar.launcher.process;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * A program that runs for as long as the system does: when its process ends, the next one takes its place.
 *
 * @param tier programs of one tier are stopped together, those of a higher tier before those of a lower one
 * @param isVital whether the system ends when the program dies again and again
 * @param log of all of its processes
 * @param starter starts a process that writes to the log
 */
public record Program(String name, int tier, boolean isVital, Path log, Function<LogFile, ChildProcess> starter) {

    ChildProcess start() {
        return starter.apply(LogFile.fresh(log));
    }

    ChildProcess startAgain() {
        return starter.apply(LogFile.continued(log));
    }
}

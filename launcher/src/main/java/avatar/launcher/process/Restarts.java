package avatar.launcher.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** The pauses before the restarts of one program, longer from one to the next. Not for several threads at once. */
final class Restarts {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    /** A process that lived as long did not fail at its start. */
    private static final Duration LONG_LIFE = Duration.ofMinutes(1);

    private static final int MANY = 3;

    private final InstantSource clock;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private Instant start;
    private Duration pause = FIRST_PAUSE;

    /** For a program that has just started. */
    Restarts(InstantSource clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    void started() {
        start = clock.instant();
    }

    /** Notes the end of a process, and returns the pause before the start of the next one. */
    Duration ended() {
        Instant now = clock.instant();
        deaths.add(now);
        if (!start.plus(LONG_LIFE).isAfter(now)) {
            pause = FIRST_PAUSE;
        }
        Duration current = pause;
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        return current;
    }

    /** Whether the program has died three times within the last minute. */
    boolean areTooMany() {
        Instant past = clock.instant().minus(LONG_LIFE);
        deaths.removeIf(death -> death.isBefore(past));
        return deaths.size() >= MANY;
    }
}

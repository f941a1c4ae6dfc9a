package avatar.launcher.process;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts programs again when they have died, each by itself, until one that the system can't do without dies too often.
 */
public final class Healer {

    /**
     * Not the JDK's common pool, which is a single thread on a small machine: it completes the ends of all processes,
     * and closing the family waits for those while this waits for the family.
     */
    private static final Executor OWN_THREAD = Thread::startVirtualThread;

    private static final Duration OBSTACLE_POLL = Duration.ofSeconds(1);

    private final Family family;
    private final Consumer<String> report;
    private final CompletableFuture<LaunchException> failure = new CompletableFuture<>();

    /**
     * A healer of the programs of a family.
     *
     * @param report receives a line for every death
     */
    public Healer(Family family, Consumer<String> report) {
        this.family = family;
        this.report = report;
    }

    /** Watches a program from now on, whose present process is {@code child}; it may have ended. */
    public void watch(Program program, ChildProcess child) {
        watch(program, child, new Restarts(InstantSource.system()));
    }

    /** Waits until a program can't be healed, and returns why. */
    public LaunchException awaitFailure() {
        return failure.join();
    }

    private void watch(Program program, ChildProcess child, Restarts restarts) {
        var _ = child.ended().thenRunAsync(() -> heal(program, child, restarts), OWN_THREAD);
    }

    private void heal(Program program, ChildProcess dead, Restarts restarts) {
        if (family.isClosed()) {
            return;
        }
        family.remove(dead);
        Optional<String> obstacle = program.obstacle().get();
        if (obstacle.isPresent()) {
            report.accept("%s; it is started again when this is over: %s".formatted(dead.end(), obstacle.get()));
            startAfterObstacle(program, restarts);
            return;
        }
        Duration pause = restarts.ended();
        if (program.isVital() && restarts.areTooMany()) {
            failure.complete(new LaunchException("%s, the third time within a minute; %s"
                    .formatted(dead.end(), dead.output().tail())));
            return;
        }
        report.accept("%s; starting it again in %.1f s; its output is in %s"
                .formatted(dead.end(), pause.toMillis() / 1000.0, program.log()));
        after(pause, () -> startAgain(program, restarts));
    }

    private void startAfterObstacle(Program program, Restarts restarts) {
        after(OBSTACLE_POLL, () -> {
            if (program.obstacle().get().isEmpty()) {
                startAgain(program, restarts);
            } else if (!family.isClosed()) {
                startAfterObstacle(program, restarts);
            }
        });
    }

    private static void after(Duration pause, Runnable action) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, OWN_THREAD)
                .execute(action);
    }

    private void startAgain(Program program, Restarts restarts) {
        try {
            ChildProcess next = family.startAgain(program);
            restarts.started();
            watch(program, next, restarts);
        } catch (LaunchException e) {
            // Of a family that is being stopped, nobody waits for the failure.
            failure.complete(e);
        }
    }
}

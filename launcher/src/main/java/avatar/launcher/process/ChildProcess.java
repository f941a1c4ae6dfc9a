package avatar.launcher.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A child process that writes to a log file of its own and does not outlive this process, even when this one is killed.
 *
 * <p>It does not get the terminal's Ctrl-C: who is stopped when is up to the parent. Any thread may call the methods.
 */
public final class ChildProcess {

    /**
     * Starts a command so that it ignores Ctrl-C and the closing of the terminal, and is told to end when the parent is
     * gone. The second needs util-linux; without it only an orderly end of the parent stops the child.
     */
    private static final String SHIELDED = """
            trap '' INT HUP
            if setpriv --pdeathsig TERM true 2>/dev/null; then exec setpriv --pdeathsig TERM "$@"; fi
            exec "$@"
            """;

    /** Linux tells a child of its parent's death when the thread that started it ends; this one never does. */
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("child-starter").factory());

    private final String name;
    private final LogFile log;
    private final Process process;

    private ChildProcess(String name, LogFile log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts {@code command}.
     *
     * @param name what messages call it
     * @param log gets its output; what an earlier run wrote there is kept beside it as {@code .old}
     * @throws LaunchException if there is no such program or the log can't be written
     */
    public static ChildProcess start(String name, List<String> command, Path log) {
        List<String> shielded = new ArrayList<>(List.of("/bin/sh", "-c", SHIELDED, name));
        shielded.addAll(command);
        try {
            LogFile output = LogFile.fresh(log);
            ProcessBuilder builder = new ProcessBuilder(shielded)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            return new ChildProcess(name, output, STARTER.submit(builder::start).get());
        } catch (IOException | ExecutionException e) {
            throw new LaunchException("%s can't be started: %s".formatted(name, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("%s was not started: interrupted".formatted(name), e);
        }
    }

    public String name() {
        return name;
    }

    public LogFile log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code when the process has ended. */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Asks it to end, ends it when {@code patience} is over, and returns when it is gone; again is no harm. */
    public void stop(Duration patience) {
        process.destroy();
        boolean interrupted = false;
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        process.destroyForcibly();
        process.onExit().join();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why it is not running: its exit code, the end of its log and where the whole of it lies. */
    public LaunchException failure() {
        return new LaunchException("%s ended with exit code %s; %s"
                .formatted(name, process.isAlive() ? "-" : process.exitValue(), log.tail()));
    }
}

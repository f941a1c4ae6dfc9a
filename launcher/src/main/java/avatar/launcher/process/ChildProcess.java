package avatar.launcher.process;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child process that does not outlive this process, even when this one is killed.
 *
 * <p>It does not receive the terminal's Ctrl-C: the parent decides the order of the stops. Any thread may call the
 * methods.
 */
public final class ChildProcess {

    /**
     * Starts a command so that it ignores Ctrl-C and the closing of the terminal, and receives TERM when the parent is
     * gone. The second needs util-linux; without it only an orderly end of the parent stops the child.
     */
    private static final String SHIELDED = """
            trap '' INT HUP
            if setpriv --pdeathsig TERM true 2>/dev/null; then exec setpriv --pdeathsig TERM "$@"; fi
            exec "$@"
            """;

    /** Linux sends the signal when the thread that started the child ends; this one never does. */
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("child-starter").factory());

    private final String name;
    private final Output output;
    private final Process process;

    private ChildProcess(String name, Output output, Process process) {
        this.name = name;
        this.output = output;
        this.process = process;
    }

    /**
     * Starts {@code command}.
     *
     * @param name its name in messages
     * @throws LaunchException if there is no such program
     */
    public static ChildProcess start(String name, List<String> command, Output output) {
        List<String> shielded = new ArrayList<>(List.of("/bin/sh", "-c", SHIELDED, name));
        shielded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(shielded)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(output.redirect());
        try {
            return new ChildProcess(name, output, STARTER.submit(builder::start).get());
        } catch (ExecutionException e) {
            throw new LaunchException("%s can't be started: %s".formatted(name, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("%s was not started: interrupted".formatted(name), e);
        }
    }

    public String name() {
        return name;
    }

    public Output output() {
        return output;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code when the process has ended. */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Waits at most that long for its end, and returns whether it has ended. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while waiting for %s".formatted(name), e);
        }
    }

    /** Sends TERM without waiting for the end. */
    void requestStop() {
        process.destroy();
    }

    /** Sends TERM, kills it after {@code timeout}, and returns when it is gone; may be repeated. */
    public void stop(Duration timeout) {
        requestStop();
        try {
            ended().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            ended().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of a process is no failure", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Kills it and the processes that it has started. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Why a process has ended: its exit code and the end of its output. */
    public LaunchException failure() {
        return new LaunchException("%s; %s".formatted(end(), output.tail()));
    }

    /** How a process has ended, in a few words. */
    String end() {
        return "%s ended with exit code %d".formatted(name, process.exitValue());
    }
}

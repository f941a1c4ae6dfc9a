package avatar.launcher.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The children of this process, stopped in the reverse order of their start. Any thread may call the methods. */
public final class Family implements AutoCloseable {

    /** A service that writes the rest of its offsets to Kafka needs 3 s. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(8);

    private final Deque<ChildProcess> children = new ArrayDeque<>();

    /** Children whose end does not end the others. */
    private final Set<ChildProcess> dispensable = new HashSet<>();

    private boolean isClosed;

    /**
     * Adds a child.
     *
     * @throws LaunchException if the family is being stopped, and the child with it
     */
    public synchronized ChildProcess add(ChildProcess child) {
        if (isClosed) {
            child.stop(Duration.ZERO);
            throw new LaunchException("%s was not started: everything is being stopped".formatted(child.name()));
        }
        children.push(child);
        return child;
    }

    /** Adds a child whose end does not end the others; otherwise as {@link #add}. */
    public synchronized ChildProcess addDispensable(ChildProcess child) {
        dispensable.add(add(child));
        return child;
    }

    /** Completes with the first of the present children to end, dispensable ones excepted. */
    public synchronized CompletableFuture<ChildProcess> firstToEnd() {
        CompletableFuture<?>[] ends = children.stream()
                .filter(child -> !dispensable.contains(child))
                .map(child -> child.ended().thenApply(exitCode -> child))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.anyOf(ends).thenApply(ChildProcess.class::cast);
    }

    /** Removes a child that has done its work. */
    public synchronized void remove(ChildProcess child) {
        children.remove(child);
        dispensable.remove(child);
    }

    public synchronized boolean isClosed() {
        return isClosed;
    }

    /** Stops the youngest first, each within a bounded time; returns when none is left. May be repeated. */
    @Override
    public synchronized void close() {
        isClosed = true;
        while (!children.isEmpty()) {
            children.pop().stop(STOP_TIMEOUT);
        }
    }
}

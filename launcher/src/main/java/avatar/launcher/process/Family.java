package avatar.launcher.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The children of this process, stopped tier by tier. Any thread may call the methods. */
public final class Family implements AutoCloseable {

    /** For all tiers together: who presses Ctrl-C does not wait longer. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(9);

    /** A compositor needs up to 5 s to hand over its viewers. */
    private static final double SHARE_OF_A_TIER = 0.6;

    /** Of that, what every tier has left when those before it hang. */
    private static final Duration RESERVE = Duration.ofMillis(700);

    private static final int TIER_OF_JOBS = Integer.MAX_VALUE;

    private final NavigableMap<Integer, List<ChildProcess>> tiers = new TreeMap<>();
    private final Duration stopTimeout;
    private boolean isClosed;

    public Family() {
        this(STOP_TIMEOUT);
    }

    /** A family whose children may take as long for their end, all together. */
    public Family(Duration stopTimeout) {
        this.stopTimeout = stopTimeout;
    }

    /**
     * Adds a child with a job that ends; it is stopped before all programs.
     *
     * @throws LaunchException if the family is being stopped, and the child with it
     */
    public ChildProcess add(ChildProcess child) {
        return add(TIER_OF_JOBS, child);
    }

    /** Adds the first process of a program that was started elsewhere; otherwise as {@link #add}. */
    public ChildProcess adopt(Program program, ChildProcess child) {
        return add(program.tier(), child);
    }

    private synchronized ChildProcess add(int tier, ChildProcess child) {
        if (isClosed) {
            child.stop(Duration.ZERO);
            throw closed(child.name());
        }
        return put(tier, child);
    }

    /**
     * Starts the first process of a program.
     *
     * @throws LaunchException if it can't be started, or the family is being stopped
     */
    public ChildProcess start(Program program) {
        return start(program, program::start);
    }

    /** Starts a further process of a program, which appends to its log; otherwise as {@link #start}. */
    ChildProcess startAgain(Program program) {
        return start(program, program::startAgain);
    }

    private synchronized ChildProcess start(Program program, Supplier<ChildProcess> starter) {
        if (isClosed) {
            throw closed(program.name());
        }
        return put(program.tier(), starter.get());
    }

    private ChildProcess put(int tier, ChildProcess child) {
        tiers.computeIfAbsent(tier, _ -> new ArrayList<>()).add(child);
        return child;
    }

    private static LaunchException closed(String name) {
        return new LaunchException("%s was not started: everything is being stopped".formatted(name));
    }

    /** Completes with the first of the present children to end. */
    public synchronized CompletableFuture<ChildProcess> firstToEnd() {
        CompletableFuture<?>[] ends = tiers.values().stream()
                .flatMap(Collection::stream)
                .map(child -> child.ended().thenApply(exitCode -> child))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.anyOf(ends).thenApply(ChildProcess.class::cast);
    }

    /** Removes a child that has ended. */
    public synchronized void remove(ChildProcess child) {
        tiers.values().forEach(tier -> tier.remove(child));
    }

    public synchronized boolean isClosed() {
        return isClosed;
    }

    /** Stops the highest tier first, all within a bounded time; returns when none is left. May be repeated. */
    @Override
    public synchronized void close() {
        isClosed = true;
        long end = System.nanoTime() + stopTimeout.toNanos();
        while (!tiers.isEmpty()) {
            List<ChildProcess> tier = tiers.pollLastEntry().getValue();
            long left = end - System.nanoTime() - tiers.size() * RESERVE.toNanos();
            stop(tier, Math.min(left, (long) (SHARE_OF_A_TIER * stopTimeout.toNanos())));
        }
    }

    /** Kills all children and what they have started, without an order. */
    public synchronized void kill() {
        isClosed = true;
        tiers.values().forEach(tier -> tier.forEach(ChildProcess::kill));
        tiers.clear();
    }

    private static void stop(List<ChildProcess> tier, long nanos) {
        long end = System.nanoTime() + nanos;
        tier.forEach(ChildProcess::requestStop);
        for (ChildProcess child : tier) {
            child.stop(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
    }
}

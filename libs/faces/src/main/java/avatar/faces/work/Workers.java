package avatar.faces.work;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * A thread for each core. The caller blocks while enough work is queued, so that only the pictures that are processed
 * are held in memory. Used by one thread.
 */
public final class Workers implements AutoCloseable {

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final Semaphore room = new Semaphore(2 * cores);
    private final ExecutorService threads = Executors.newFixedThreadPool(
            cores, Thread.ofPlatform().name("worker-", 1).daemon().factory());

    /** A task that runs. */
    public static final class Piece<T> {

        private final Future<T> future;

        private Piece(Future<T> future) {
            this.future = future;
        }

        /** Waits for the result; throws the exception of the task. */
        public T result() {
            try {
                return future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for work to be done", e);
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case RuntimeException failure -> throw failure;
                    case Error failure -> throw failure;
                    case null, default -> throw new IllegalStateException("Work failed", e);
                }
            }
        }
    }

    /** Starts a task as soon as the queue has room. */
    public <T> Piece<T> start(Callable<T> work) {
        room.acquireUninterruptibly();
        return new Piece<>(threads.submit(() -> {
            try {
                return work.call();
            } finally {
                room.release();
            }
        }));
    }

    /** Waits for running tasks; tasks that have not started are dropped. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}

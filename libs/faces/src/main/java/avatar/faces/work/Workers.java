package avatar.faces.work;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * As many threads as there are cores. Who hands in work waits while they have enough of it, so that no more pictures are held than
 * are looked at. Used by one thread.
 */
public final class Workers implements AutoCloseable {

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final Semaphore room = new Semaphore(2 * cores);
    private final ExecutorService threads = Executors.newFixedThreadPool(
            cores, Thread.ofPlatform().name("worker-", 1).daemon().factory());

    /** A piece of work that is being done. */
    public static final class Piece<T> {

        private final Future<T> future;

        private Piece(Future<T> future) {
            this.future = future;
        }

        /** Waits for the result; throws what the work threw. */
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

    /** Begins a piece of work as soon as there is room for it. */
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

    /** Waits for what is being done; what has not begun is left undone. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}

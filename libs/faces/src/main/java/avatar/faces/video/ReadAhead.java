package avatar.faces.video;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a few pictures ahead on its own thread, so that decoding runs while earlier ones are processed. */
final class ReadAhead implements AutoCloseable {

    private static final int PICTURES_AHEAD = 3;

    private final BlockingQueue<CompletableFuture<Optional<BgrImage>>> ready = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(PICTURES_AHEAD);
    private final Thread thread;

    /** @param source read by that thread alone, until it returns null or fails */
    ReadAhead(Supplier<@Nullable BgrImage> source) {
        thread = Thread.ofPlatform().name("read-ahead").daemon().start(() -> read(source));
    }

    private void read(Supplier<@Nullable BgrImage> source) {
        try {
            boolean more = true;
            while (more) {
                room.acquire();
                Optional<BgrImage> picture = Optional.ofNullable(source.get());
                ready.add(CompletableFuture.completedFuture(picture));
                more = picture.isPresent();
            }
        } catch (InterruptedException e) {
            // Closed: the rest is not needed.
        } catch (RuntimeException | Error e) {
            ready.add(CompletableFuture.failedFuture(e));
        }
    }

    /** The next picture, or null after the last; throws what the source threw. */
    @Nullable
    BgrImage next() {
        try {
            Optional<BgrImage> picture = ready.take().join();
            room.release();
            return picture.orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a picture", e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Waits until the source is no longer read. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

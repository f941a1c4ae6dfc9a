package avatar.phonetics.speech;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The only thread that calls a native library which is not thread-safe. Any thread may call this class; a waiting
 * virtual thread does not block its carrier.
 */
public final class OwnerThread implements AutoCloseable {

    private final String engine;
    private final Duration timeout;
    private final ExecutorService thread;

    /**
     * Starts the thread.
     *
     * @param engine its name in messages
     * @param timeout how long a caller waits for its result; a library that hangs must not hang its callers
     */
    public OwnerThread(String engine, Duration timeout) {
        this.engine = engine;
        this.timeout = timeout;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(engine).factory());
    }

    /**
     * Runs the work on the owner thread and waits for its result.
     *
     * @throws AvatarException as {@code work} threw it, or {@link ErrorCode#SYNTHESIS_FAILED} for any other exception
     */
    public <T> T call(Callable<T> work) {
        try {
            return thread.submit(work).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AvatarException foreseen) {
                throw foreseen;
            }
            throw failed("%s failed: %s".formatted(engine, e.getMessage()), e);
        } catch (TimeoutException e) {
            throw failed("%s did not answer within %s".formatted(engine, timeout), e);
        } catch (RejectedExecutionException e) {
            throw failed("%s is closed".formatted(engine), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("Interrupted while waiting for %s".formatted(engine), e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static AvatarException failed(String detail, Exception cause) {
        return new AvatarException(ErrorCode.SYNTHESIS_FAILED, detail, cause);
    }
}

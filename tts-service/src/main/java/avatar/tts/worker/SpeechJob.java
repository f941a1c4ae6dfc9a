package avatar.tts.worker;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A request that is processed by the worker of its channel. Any thread may drop it, which its worker notices at once.
 */
final class SpeechJob {

    private final SpeechRequest request;
    private final Runnable acknowledge;
    private final Context origin;
    private final CompletableFuture<SpeechState> dropped = new CompletableFuture<>();
    private boolean isHandedOver;

    /** A job for {@code request} that belongs to no trace. */
    SpeechJob(SpeechRequest request, Runnable acknowledge) {
        this(request, acknowledge, Context.root());
    }

    /**
     * A job for {@code request}.
     *
     * @param acknowledge acknowledges its record on Kafka
     * @param origin the span in which the request was accepted
     */
    SpeechJob(SpeechRequest request, Runnable acknowledge, Context origin) {
        this.request = request;
        this.acknowledge = acknowledge;
        this.origin = origin;
    }

    SpeechRequest request() {
        return request;
    }

    Context origin() {
        return origin;
    }

    boolean isStop() {
        return request.mode() == SpeechMode.STOP;
    }

    /**
     * Makes the job obsolete; only the first reason counts.
     *
     * @param why {@link SpeechState#REPLACED} or {@link SpeechState#STOPPED}
     */
    void drop(SpeechState why) {
        dropped.complete(why);
    }

    /** The reason why it was dropped; null if it was not. */
    @Nullable
    SpeechState dropped() {
        return dropped.getNow(null);
    }

    /** Waits for the result of {@code work}; empty if the job is dropped first. */
    <T> Optional<T> await(CompletableFuture<T> work) {
        try {
            CompletableFuture.anyOf(work, dropped).join();
            return dropped() == null ? Optional.of(work.join()) : Optional.empty();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Lets time pass, until the job is dropped. */
    void pause(Duration time) {
        try {
            dropped.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It goes on.
        } catch (ExecutionException e) {
            throw new IllegalStateException("A job is not dropped by a failure", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes that the compositor has a part of it, and decides from now on whether it is too late. */
    void handedOver() {
        isHandedOver = true;
    }

    /**
     * Checks that it may still begin to be heard.
     *
     * @throws AvatarException {@link ErrorCode#SPEECH_EXPIRED}
     */
    void requireInTime(Instant now) {
        Instant startBy = request.startBy();
        if (!isHandedOver && startBy != null && now.isAfter(startBy)) {
            throw new AvatarException(
                    ErrorCode.SPEECH_EXPIRED, "was not begun until %s, the end of its maxWait".formatted(startBy));
        }
    }

    void done() {
        acknowledge.run();
    }
}

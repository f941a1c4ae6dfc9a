package avatar.tts.worker;

import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A request that is processed by the worker of its channel. Any thread may drop it, which its worker notices at once.
 */
final class SpeechJob {

    private final SpeechRequest request;
    private final Runnable acknowledge;
    private final CompletableFuture<SpeechState> dropped = new CompletableFuture<>();

    /**
     * A job for {@code request}.
     *
     * @param acknowledge acknowledges its record on Kafka
     */
    SpeechJob(SpeechRequest request, Runnable acknowledge) {
        this.request = request;
        this.acknowledge = acknowledge;
    }

    SpeechRequest request() {
        return request;
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

    void done() {
        acknowledge.run();
    }
}

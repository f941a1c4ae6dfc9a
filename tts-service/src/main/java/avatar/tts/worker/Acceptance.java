package avatar.tts.worker;

import avatar.contract.api.UtteranceStatus;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.tts.status.SpeechEventListener;
import avatar.tts.status.UtteranceBook;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Whether a request that Kafka delivers was accepted and is not over. Kafka may store a request after its caller had
 * the answer that it was refused, and delivers one again whose worker died before it was acknowledged.
 */
@Singleton
final class Acceptance {

    /** Within this time the caller has its answer. */
    private static final Duration YOUNG = Duration.ofSeconds(2);

    /** How long the event about an older request may take, after the broker was away. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final SpeechEventListener events;
    private final UtteranceBook book;
    private final InstantSource clock;

    Acceptance(SpeechEventListener events, UtteranceBook book, InstantSource clock) {
        this.events = events;
        this.book = book;
        this.clock = clock;
    }

    /** Completes when it is known. An unknown request is spoken: the process that accepted it may have died. */
    CompletionStage<Boolean> isToBeSpoken(SpeechRequest request) {
        if (request.mode() == SpeechMode.STOP) {
            return CompletableFuture.completedStage(true);
        }
        return events.caughtUp()
                .thenCompose(_ -> status(request))
                .thenApply(status -> status.map(UtteranceStatus::state)
                        .filter(state -> state.isFinal())
                        .isEmpty());
    }

    private CompletionStage<Optional<UtteranceStatus>> status(SpeechRequest request) {
        boolean isYoung =
                Duration.between(request.requestedAt(), clock.instant()).compareTo(YOUNG) < 0;
        return isYoung
                ? CompletableFuture.completedStage(book.find(request.utteranceId()))
                : book.await(request.utteranceId(), TIMEOUT);
    }
}

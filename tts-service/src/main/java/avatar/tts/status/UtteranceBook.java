package avatar.tts.status;

import avatar.contract.api.UtteranceStatus;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechState;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The latest utterances with their states; older ones are dropped. Thread-safe. */
@Singleton
public final class UtteranceBook {

    private final Map<String, UtteranceStatus> utterances;
    private final Map<String, CompletableFuture<UtteranceStatus>> awaited = new HashMap<>();

    @Inject
    UtteranceBook(StatusConfig config) {
        this(config.utterances());
    }

    /**
     * An empty book.
     *
     * @param size maximum number of utterances
     */
    UtteranceBook(int size) {
        utterances = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, UtteranceStatus> eldest) {
                return size() > size;
            }
        };
    }

    public void record(SpeechEvent event) {
        CompletableFuture<UtteranceStatus> caller;
        UtteranceStatus status;
        synchronized (this) {
            status = utterances.merge(event.utteranceId(), first(event), (known, _) -> merged(known, event));
            caller = awaited.remove(event.utteranceId());
        }
        if (caller != null) {
            caller.complete(status);
        }
    }

    /**
     * The status of an utterance; empty if it is not known within the timeout: an event of another replica takes a
     * moment to come here.
     */
    CompletionStage<Optional<UtteranceStatus>> await(String utteranceId, Duration timeout) {
        CompletableFuture<UtteranceStatus> comes;
        synchronized (this) {
            UtteranceStatus known = utterances.get(utteranceId);
            if (known != null) {
                return CompletableFuture.completedStage(Optional.of(known));
            }
            comes = awaited.computeIfAbsent(utteranceId, _ -> new CompletableFuture<>());
        }
        return comes.thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((found, _) -> forget(utteranceId, comes));
    }

    private synchronized void forget(String utteranceId, CompletableFuture<UtteranceStatus> comes) {
        awaited.remove(utteranceId, comes);
    }

    public synchronized Optional<UtteranceStatus> find(String utteranceId) {
        return Optional.ofNullable(utterances.get(utteranceId));
    }

    private static UtteranceStatus first(SpeechEvent event) {
        return new UtteranceStatus(
                event.utteranceId(), event.channel(), event.state(), event.detail(), Map.of(event.state(), event.at()));
    }

    /** Adds an event to a status. Two services report events, so they may arrive out of order. */
    private static UtteranceStatus merged(UtteranceStatus known, SpeechEvent event) {
        Map<SpeechState, Instant> times = new EnumMap<>(known.times());
        times.putIfAbsent(event.state(), event.at());
        boolean isOver = known.state().isFinal();
        boolean isFurther = !isOver && event.state().compareTo(known.state()) > 0;
        boolean hasNewDetail = !isOver && event.detail() != null && isNewest(event, known);
        return new UtteranceStatus(
                known.utteranceId(),
                known.channel(),
                isFurther ? event.state() : known.state(),
                hasNewDetail ? event.detail() : known.detail(),
                times);
    }

    /**
     * Whether to keep the known detail: one such as that of a substituted voice stays valid when later states have
     * none.
     */
    private static boolean isNewest(SpeechEvent event, UtteranceStatus known) {
        return known.times().values().stream().noneMatch(time -> time.isAfter(event.at()));
    }
}

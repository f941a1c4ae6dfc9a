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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The utterances with their states: those that are still to be heard, and the latest of the others; older ones are
 * dropped. Thread-safe.
 */
@Singleton
public final class UtteranceBook {

    private final Map<String, UtteranceStatus> open = new LinkedHashMap<>();
    private final Map<String, UtteranceStatus> over;
    private final Map<String, CompletableFuture<UtteranceStatus>> awaited = new HashMap<>();

    @Inject
    UtteranceBook(StatusConfig config) {
        this(config.utterances());
    }

    /**
     * An empty book.
     *
     * @param size maximum number of utterances that are over
     */
    public UtteranceBook(int size) {
        over = new LinkedHashMap<>(16, 0.75f, true) {
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
            UtteranceStatus known = known(event.utteranceId());
            status = known == null ? first(event) : merged(known, event);
            keep(status);
            if (event.state() == SpeechState.SPEAKING || event.state() == SpeechState.DONE) {
                endBefore(status);
            }
            caller = awaited.remove(event.utteranceId());
        }
        if (caller != null) {
            caller.complete(status);
        }
    }

    private void keep(UtteranceStatus status) {
        boolean isOver = status.state().isFinal() || over.containsKey(status.utteranceId());
        (isOver ? open : over).remove(status.utteranceId());
        (isOver ? over : open).put(status.utteranceId(), status);
    }

    /**
     * A channel speaks in order: what was accepted before an utterance that is heard is over, also if the event of its
     * end was lost. Otherwise such utterances would fill the queue for ever.
     */
    private void endBefore(UtteranceStatus heard) {
        Instant accepted = heard.times().get(SpeechState.ACCEPTED);
        if (accepted == null) {
            return;
        }
        List<UtteranceStatus> before = open.values().stream()
                .filter(other -> other.channel().equals(heard.channel()))
                .filter(other -> isBefore(other.times().get(SpeechState.ACCEPTED), accepted))
                .toList();
        before.forEach(other -> {
            open.remove(other.utteranceId());
            over.put(other.utteranceId(), other);
        });
    }

    private static boolean isBefore(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other);
    }

    /**
     * The status of an utterance; empty if it is not known within the timeout: an event of another replica takes a
     * moment to come here.
     */
    public CompletionStage<Optional<UtteranceStatus>> await(String utteranceId, Duration timeout) {
        CompletableFuture<UtteranceStatus> comes;
        synchronized (this) {
            UtteranceStatus known = known(utteranceId);
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
        return Optional.ofNullable(known(utteranceId));
    }

    private @Nullable UtteranceStatus known(String utteranceId) {
        UtteranceStatus status = open.get(utteranceId);
        return status == null ? over.get(utteranceId) : status;
    }

    /** The number of utterances of a channel that are still to be heard to their end. */
    public synchronized int waiting(String channel) {
        return (int) open.values().stream()
                .filter(status -> status.channel().equals(channel))
                .count();
    }

    private static UtteranceStatus first(SpeechEvent event) {
        return new UtteranceStatus(
                event.utteranceId(), event.channel(), event.state(), event.detail(), Map.of(event.state(), event.at()));
    }

    /** Adds an event to a status. Two services report events, so they may arrive out of order. */
    private static UtteranceStatus merged(UtteranceStatus known, SpeechEvent event) {
        Map<SpeechState, Instant> times = new EnumMap<>(SpeechState.class);
        times.putAll(known.times());
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

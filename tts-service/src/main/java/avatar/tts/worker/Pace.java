package avatar.tts.worker;

import avatar.contract.api.UtteranceStatus;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import avatar.tts.status.UtteranceBook;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much speech of each channel was made and is still to be heard, so that no more is made than the compositor can
 * keep. Speech that sounds is taken to go on without a pause. Thread-safe.
 */
@Singleton
final class Pace {

    private final UtteranceBook book;
    private final InstantSource clock;
    private final Duration ahead;

    /** The sound that was made of each utterance, by channel. */
    private final Map<String, Map<String, Duration>> made = new HashMap<>();

    @Inject
    Pace(UtteranceBook book, InstantSource clock, WorkerConfig config) {
        this(book, clock, config.ahead());
    }

    /** @param ahead speech of a channel that may be made before it is heard */
    Pace(UtteranceBook book, InstantSource clock, Duration ahead) {
        this.book = book;
        this.clock = clock;
        this.ahead = ahead;
    }

    /** Notes sound that was made. */
    synchronized void made(SpeechRequest request, Duration sound) {
        made.computeIfAbsent(request.channel(), _ -> new LinkedHashMap<>())
                .merge(request.utteranceId(), sound, Duration::plus);
    }

    /** Notes that nothing of what was made for a channel will be heard. */
    synchronized void dropped(String channel) {
        made.remove(channel);
    }

    /** Whether more is to be made for a channel now. */
    synchronized boolean isTime(String channel) {
        Map<String, Duration> utterances = made.get(channel);
        if (utterances == null) {
            return true;
        }
        Instant now = clock.instant();
        utterances.entrySet().removeIf(utterance -> isOver(utterance.getKey()));
        if (utterances.isEmpty()) {
            made.remove(channel);
        }
        Duration unheard = utterances.entrySet().stream()
                .map(utterance -> unheard(utterance.getKey(), utterance.getValue(), now))
                .reduce(Duration.ZERO, Duration::plus);
        return unheard.compareTo(ahead) < 0;
    }

    private boolean isOver(String utteranceId) {
        return book.find(utteranceId).filter(status -> status.state().isFinal()).isPresent();
    }

    private Duration unheard(String utteranceId, Duration sound, Instant now) {
        Instant begun = book.find(utteranceId)
                .map(UtteranceStatus::times)
                .map(times -> times.get(SpeechState.SPEAKING))
                .orElse(now);
        Duration left = sound.minus(Duration.between(begun, now));
        return left.isNegative() ? Duration.ZERO : left;
    }
}

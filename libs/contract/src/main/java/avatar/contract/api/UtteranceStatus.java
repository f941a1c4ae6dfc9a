package avatar.contract.api;

import avatar.contract.speech.SpeechState;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an utterance has come: {@code GET /api/v1/utterances/{id}}.
 *
 * @param state the furthest it has reached; the first final one stays
 * @param detail for people, of the last event that had one
 * @param times when it reached each state that was reported
 */
public record UtteranceStatus(
        String utteranceId,
        String channel,
        SpeechState state,
        @Nullable String detail,
        Map<SpeechState, Instant> times) {

    public UtteranceStatus {
        Map<SpeechState, Instant> copy = new EnumMap<>(SpeechState.class);
        copy.putAll(times);
        times = Collections.unmodifiableMap(copy);
    }
}

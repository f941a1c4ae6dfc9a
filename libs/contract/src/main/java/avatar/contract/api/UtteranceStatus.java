package avatar.contract.api;

import avatar.contract.speech.SpeechState;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an utterance: {@code GET /api/v1/utterances/{id}}.
 *
 * @param state the latest it has reached; the first final state stays
 * @param detail readable text of the last event that had one
 * @param times when each reported state was reached
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

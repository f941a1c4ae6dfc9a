package avatar.tts.status;

import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechState;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an utterance.
 *
 * @param state the furthest it has come; the first final one stays
 * @param detail for people; why it is in that state, where the state alone does not say it
 * @param times when it came into each state that was heard of
 */
public record Utterance(
        String utteranceId,
        String channel,
        SpeechState state,
        @Nullable String detail,
        Map<SpeechState, Instant> times) {

    public Utterance {
        times = Collections.unmodifiableMap(new EnumMap<>(times));
    }

    static Utterance first(SpeechEvent event) {
        return new Utterance(
                event.utteranceId(), event.channel(), event.state(), event.detail(), Map.of(event.state(), event.at()));
    }

    /** This and one more event; two services report them, so an older one may come later. */
    Utterance with(SpeechEvent event) {
        Map<SpeechState, Instant> known = new EnumMap<>(times);
        known.putIfAbsent(event.state(), event.at());
        boolean isNews = !state.isFinal() && event.state().compareTo(state) > 0;
        return isNews
                ? new Utterance(utteranceId, channel, event.state(), event.detail(), known)
                : new Utterance(utteranceId, channel, state, detail, known);
    }
}

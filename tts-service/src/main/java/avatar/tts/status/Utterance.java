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
 * @param detail for people; what the last event that had something to say said
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
        boolean isFurther = !state.isFinal() && event.state().compareTo(state) > 0;
        boolean tells = !state.isFinal() && event.detail() != null && isNewest(event);
        return new Utterance(
                utteranceId, channel, isFurther ? event.state() : state, tells ? event.detail() : detail, known);
    }

    /** What was told once, that another voice speaks for instance, stays true when later states have nothing to say. */
    private boolean isNewest(SpeechEvent event) {
        return times.values().stream().noneMatch(time -> time.isAfter(event.at()));
    }
}

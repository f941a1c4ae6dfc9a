package avatar.cli.say;

import avatar.cli.api.AvatarApi;
import avatar.cli.api.EventStream;
import avatar.cli.command.CliException;
import avatar.cli.command.Interruption;
import avatar.contract.api.UtteranceStatus;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A text said on a channel of a running system, followed to its end; Ctrl-C stops it. */
final class LiveSpeech {

    private static final Duration POLL = Duration.ofMillis(500);

    private final AvatarApi api;
    private final String channel;
    private final Consumer<UtteranceStatus> listener;

    /**
     * Speech on a channel.
     *
     * @param listener is told of every state it comes into
     */
    LiveSpeech(AvatarApi api, String channel, Consumer<UtteranceStatus> listener) {
        this.api = api;
        this.channel = channel;
        this.listener = listener;
    }

    /**
     * Says something, and returns when it is said.
     *
     * @throws CliException if it is not said to its end
     */
    void say(Map<String, Object> request) {
        // Both opened before, so that no event is missed and Ctrl-C stops what is just being accepted.
        try (EventStream events = api.events(channel);
                Interruption _ = Interruption.by(() -> api.stop(channel))) {
            requireDone(awaitEnd(api.speak(channel, request), events));
        }
    }

    private UtteranceStatus awaitEnd(String id, EventStream events) {
        for (Optional<SpeechEvent> event = events.next(); event.isPresent(); event = events.next()) {
            if (event.get().utteranceId().equals(id)) {
                UtteranceStatus utterance = status(event.get());
                listener.accept(utterance);
                if (utterance.state().isFinal()) {
                    return utterance;
                }
            }
        }
        return ask(id);
    }

    private static UtteranceStatus status(SpeechEvent event) {
        return new UtteranceStatus(
                event.utteranceId(), event.channel(), event.state(), event.detail(), Map.of(event.state(), event.at()));
    }

    /** Where the events have ended before the speech. */
    private UtteranceStatus ask(String id) {
        Optional<UtteranceStatus> utterance = api.utterance(id);
        while (utterance.isPresent()) {
            if (utterance.get().state().isFinal()) {
                listener.accept(utterance.get());
                return utterance.get();
            }
            LockSupport.parkNanos(POLL.toNanos());
            utterance = api.utterance(id);
        }
        throw new CliException("The system knows nothing of utterance %s any more".formatted(id));
    }

    private static void requireDone(UtteranceStatus utterance) {
        if (utterance.state() != SpeechState.DONE) {
            throw new CliException(
                    switch (utterance.state()) {
                        case REPLACED -> "Not said to its end: newer speech took its place";
                        case STOPPED -> "Not said to its end: it was stopped";
                        default -> "It could not be said: " + utterance.detail();
                    });
        }
    }
}

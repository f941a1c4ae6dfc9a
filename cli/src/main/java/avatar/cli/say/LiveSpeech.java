package avatar.cli.say;

import avatar.cli.api.AvatarApi;
import avatar.cli.api.EventStream;
import avatar.cli.command.CliException;
import avatar.cli.command.Interruption;
import avatar.cli.command.Remedy;
import avatar.contract.api.UtteranceStatus;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Speaks on a channel of a running system and follows the speech to its end; Ctrl-C stops it. */
final class LiveSpeech {

    private static final Duration POLL = Duration.ofMillis(500);

    private final AvatarApi api;
    private final String channel;
    private final SpeechStages.Listener listener;

    /**
     * Speech on a channel.
     *
     * @param listener receives every state of an utterance, and changes of its voice
     */
    LiveSpeech(AvatarApi api, String channel, SpeechStages.Listener listener) {
        this.api = api;
        this.channel = channel;
        this.listener = listener;
    }

    /**
     * Speaks, and returns when the speech is over.
     *
     * @throws CliException if it did not come to its end
     */
    void say(Map<String, Object> request) {
        // Both opened first, so that no event is missed and Ctrl-C stops speech that is just being accepted.
        try (EventStream events = api.events(channel);
                Interruption _ = Interruption.by(() -> api.stop(channel))) {
            requireDone(awaitEnd(api.speak(channel, request), events));
        }
    }

    private UtteranceStatus awaitEnd(String id, EventStream events) {
        SpeechStages stages = new SpeechStages(listener);
        for (Optional<SpeechEvent> event = events.next(); event.isPresent(); event = events.next()) {
            if (event.get().utteranceId().equals(id)) {
                UtteranceStatus utterance = status(event.get());
                stages.accept(utterance);
                if (utterance.state().isFinal()) {
                    return utterance;
                }
            }
        }
        return poll(id, stages);
    }

    private static UtteranceStatus status(SpeechEvent event) {
        return new UtteranceStatus(
                event.utteranceId(), event.channel(), event.state(), event.detail(), Map.of(event.state(), event.at()));
    }

    /** Polls for the end, where the events have ended before the speech. */
    private UtteranceStatus poll(String id, SpeechStages stages) {
        Optional<UtteranceStatus> utterance = api.utterance(id);
        while (utterance.isPresent()) {
            if (utterance.get().state().isFinal()) {
                stages.accept(utterance.get());
                return utterance.get();
            }
            LockSupport.parkNanos(POLL.toNanos());
            utterance = api.utterance(id);
        }
        throw new CliException(
                "The system has no status of utterance %s any more; it was restarted, or has spoken much since"
                        .formatted(id));
    }

    private static void requireDone(UtteranceStatus utterance) {
        if (utterance.state() != SpeechState.DONE) {
            throw new CliException(
                    switch (utterance.state()) {
                        case REPLACED ->
                            "Interrupted: newer speech replaced it; --mode enqueue waits for the end of other speech";
                        case STOPPED -> "Interrupted: the channel was stopped";
                        default -> "The speech failed: " + Remedy.inCommands(String.valueOf(utterance.detail()));
                    });
        }
    }
}

package avatar.cli.say;

import avatar.contract.api.UtteranceStatus;
import avatar.contract.speech.SpeechState;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reports the states of an utterance in their order, each once: events of two services may arrive in any order. A
 * detail of an utterance that has not failed says that another voice speaks; it is reported too, whenever it arrives.
 */
final class SpeechStages {

    private final Listener listener;
    private final Set<String> reportedChanges = new HashSet<>();
    private @Nullable SpeechState furthest;

    SpeechStages(Listener listener) {
        this.listener = listener;
    }

    /** Takes one event of the utterance. */
    void accept(UtteranceStatus event) {
        String detail = event.detail();
        boolean isFailure = event.state().isFinal() && event.state() != SpeechState.DONE;
        if (isFailure || detail == null) {
            advance(event);
            return;
        }
        // After the end no more is printed, so the voice comes first.
        if (event.state() == SpeechState.DONE) {
            reportChange(event, detail);
            advance(with(event, event.state(), null));
        } else {
            advance(with(event, event.state(), null));
            reportChange(event, detail);
        }
    }

    private void advance(UtteranceStatus event) {
        if (furthest == null || event.state().compareTo(furthest) > 0) {
            furthest = event.state();
            listener.reached(event);
        }
    }

    private void reportChange(UtteranceStatus event, String change) {
        if (reportedChanges.add(change)) {
            listener.voiceChanged(with(event, furthest == null ? SpeechState.ACCEPTED : furthest, change));
        }
    }

    private static UtteranceStatus with(UtteranceStatus event, SpeechState state, @Nullable String detail) {
        return new UtteranceStatus(event.utteranceId(), event.channel(), state, detail, event.times());
    }

    /** Receives the reports. */
    interface Listener {

        /** The utterance has come into a state that is later than all before. */
        void reached(UtteranceStatus utterance);

        /** Another voice speaks; the detail says which, and why. */
        void voiceChanged(UtteranceStatus utterance);
    }
}

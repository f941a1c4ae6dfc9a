package avatar.tts.status;

import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import org.jspecify.annotations.Nullable;

/** Receives the events of utterances that this service reports. */
public interface EventSink {

    /**
     * Reports a state without waiting; events of one caller stay in order.
     *
     * @param detail readable text: the reason, where the state alone does not say it
     */
    void report(SpeechRequest request, SpeechState state, @Nullable String detail);
}

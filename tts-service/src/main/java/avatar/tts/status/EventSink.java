package avatar.tts.status;

import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import org.jspecify.annotations.Nullable;

/** Takes the events of utterances that this service reports. */
public interface EventSink {

    /**
     * Reports a state without waiting; events of one caller arrive in their order.
     *
     * @param detail for people; why, where the state alone does not say it
     */
    void report(SpeechRequest request, SpeechState state, @Nullable String detail);
}

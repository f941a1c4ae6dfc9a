package avatar.tts.status;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads the events of all producers, so that each replica knows the state of any utterance. */
@ApplicationScoped
class SpeechEventListener {

    private final UtteranceBook book;
    private final EventStream stream;

    SpeechEventListener(UtteranceBook book, EventStream stream) {
        this.book = book;
        this.stream = stream;
    }

    @Incoming("speech-events")
    CompletionStage<Void> onEvent(Message<byte[]> message) {
        try {
            byte[] value = message.getPayload();
            if (value == null) {
                throw new AvatarException(ErrorCode.MALFORMED_RECORD, "Expected a SpeechEvent, found no value");
            }
            SpeechEvent event = SpeechEvent.fromBytes(value);
            book.record(event);
            stream.publish(event);
            return message.ack();
        } catch (RuntimeException e) {
            return message.nack(e);
        }
    }
}

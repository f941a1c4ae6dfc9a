package avatar.tts.worker;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.Channels;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import avatar.tts.speech.RecordingConfig;
import avatar.tts.status.EventSink;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Reads requests from Kafka immediately, so that a newer one is known while an older one is spoken, and passes each to
 * the worker of its channel. A record is acknowledged when its utterance is completed or dropped: another worker takes
 * over the utterances of one that died.
 */
@ApplicationScoped
class SpeechRequestListener {

    private final ChannelWorkers workers;
    private final EventSink events;

    SpeechRequestListener(UtteranceSpeaker speaker, EventSink events, WorkerConfig config, RecordingConfig recordings) {
        this.workers = new ChannelWorkers(
                speaker::speak, config.maxWaiting(), recordings.maxMemory().asLongValue());
        this.events = events;
    }

    @Incoming("speech-requests")
    CompletionStage<Void> onRequest(Message<byte[]> message) {
        try {
            SpeechRequest request = request(message);
            Optional<String> refusal = workers.offer(new SpeechJob(request, message::ack));
            if (refusal.isPresent()) {
                events.report(request, SpeechState.FAILED, refusal.get());
                return message.ack();
            }
            return CompletableFuture.completedFuture(null);
        } catch (RuntimeException e) {
            return message.nack(e);
        }
    }

    private static SpeechRequest request(Message<byte[]> message) {
        byte[] value = message.getPayload();
        if (value == null) {
            throw new AvatarException(ErrorCode.MALFORMED_RECORD, "Expected a SpeechRequest, found no value");
        }
        SpeechRequest request = SpeechRequest.fromBytes(value);
        Channels.requireValid(request.channel());
        return request;
    }
}

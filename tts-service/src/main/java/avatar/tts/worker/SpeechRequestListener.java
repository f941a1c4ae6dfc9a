package avatar.tts.worker;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.Channels;
import avatar.contract.speech.SpeechRequest;
import avatar.kit.trace.Tracing;
import avatar.tts.speech.RecordingConfig;
import io.opentelemetry.context.Context;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final Acceptance acceptance;
    private final Tracing tracing;

    SpeechRequestListener(
            UtteranceSpeaker speaker, Acceptance acceptance, RecordingConfig recordings, Tracing tracing) {
        this.workers = new ChannelWorkers(speaker::speak, recordings.maxMemory().asLongValue());
        this.acceptance = acceptance;
        this.tracing = tracing;
    }

    /** The next request is read when this one's stage is complete. */
    @Incoming("speech-requests")
    CompletionStage<Void> onRequest(Message<byte[]> message) {
        try {
            SpeechRequest request = request(message);
            return acceptance
                    .isToBeSpoken(request)
                    .thenCompose(isWanted -> isWanted
                            ? workers.offer(new SpeechJob(request, message::ack, origin(message)))
                            : message.ack());
        } catch (RuntimeException e) {
            return message.nack(e);
        }
    }

    private Context origin(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(found -> tracing.parent(found.getHeaders()))
                .orElseGet(Context::root);
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

package avatar.compositor.speech;

import avatar.compositor.playback.SpeechEvents;
import avatar.contract.speech.SpeechEvent;
import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Tells Kafka what becomes of utterances. */
@ApplicationScoped
class SpeechEventPublisher implements SpeechEvents {

    private final Emitter<byte[]> emitter;

    /** The buffer takes what comes while Kafka is away; more than that can't be queued speech. */
    SpeechEventPublisher(
            @Channel("speech-events") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 10_000)
                    Emitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    @Override
    public void publish(SpeechEvent event) {
        Log.infof(
                "Utterance %s utteranceId=%s channelId=%s detail=%s",
                event.state().label(), event.utteranceId(), event.channel(), event.detail());
        Message<byte[]> message =
                KafkaRecord.of(event.channel(), event.toBytes()).withNack(cause -> lost(event, cause));
        try {
            emitter.send(message);
        } catch (IllegalStateException e) {
            var _ = lost(event, e);
        }
    }

    private static CompletionStage<Void> lost(SpeechEvent event, Throwable cause) {
        Log.errorf(
                "Event lost utteranceId=%s channelId=%s state=%s error=%s",
                event.utteranceId(), event.channel(), event.state().label(), cause);
        return CompletableFuture.completedFuture(null);
    }
}

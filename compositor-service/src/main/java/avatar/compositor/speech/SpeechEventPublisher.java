package avatar.compositor.speech;

import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.BackgroundWriter;
import avatar.kit.kafka.KafkaWriter;
import avatar.pictures.playback.SpeechEvents;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Publishes the states of utterances on {@code speech-events}. */
@ApplicationScoped
class SpeechEventPublisher implements SpeechEvents {

    /** Longer than a broker is away: no other service reports the end of an utterance. */
    private static final Duration TIMEOUT = Duration.ofHours(1);

    /** More than queued speech can cause. */
    private static final int MAX_WAITING = 10_000;

    private final BackgroundWriter writer;
    private final FirstFrameSpans spans;

    SpeechEventPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker, FirstFrameSpans spans) {
        this.spans = spans;
        this.writer = new BackgroundWriter(new KafkaWriter(broker, TIMEOUT), Topics.SPEECH_EVENTS, MAX_WAITING);
    }

    @Override
    public void publish(SpeechEvent event) {
        spans.reported(event);
        Log.infof(
                "Utterance %s utteranceId=%s channelId=%s detail=%s",
                event.state().label(), event.utteranceId(), event.channel(), event.detail());
        writer.write(
                event.channel(),
                event.toBytes(),
                failure -> Log.errorf(
                        "Event lost utteranceId=%s channelId=%s state=%s error=%s",
                        event.utteranceId(), event.channel(), event.state().label(), failure));
    }

    /** Completes when each event that was published before this call is on Kafka, or lost. */
    CompletionStage<Void> written() {
        return writer.written();
    }

    @PreDestroy
    void close() {
        writer.close();
    }
}

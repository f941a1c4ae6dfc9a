package avatar.tts.status;

import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.TopicReader;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the events of all producers, those from before this replica started included, so that each replica knows the
 * state of any utterance. Listeners get those that are new. Unreadable events are skipped.
 */
@Startup
@Singleton
public final class SpeechEventListener {

    private final UtteranceBook book;
    private final EventStream stream;
    private final TopicReader reader;
    private final CompletionStage<Void> caughtUp;
    private volatile boolean isNew;

    SpeechEventListener(
            @Identifier("default-kafka-broker") Map<String, Object> broker, UtteranceBook book, EventStream stream) {
        this.book = book;
        this.stream = stream;
        this.reader =
                new TopicReader(broker, "speech-events", Map.of(Topics.SPEECH_EVENTS, this::onEvent), partitions -> {});
        this.caughtUp = reader.caughtUp();
        var _ = caughtUp.thenRun(() -> isNew = true);
    }

    /** Completes when the events from before this replica started are in the book. */
    public CompletionStage<Void> caughtUp() {
        return caughtUp;
    }

    private void onEvent(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return;
        }
        SpeechEvent event = SpeechEvent.fromBytes(message.value());
        book.record(event);
        if (isNew) {
            stream.publish(event);
        }
    }

    @PreDestroy
    void close() {
        reader.close();
    }
}

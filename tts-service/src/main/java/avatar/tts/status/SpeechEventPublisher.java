package avatar.tts.status;

import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.BackgroundWriter;
import avatar.kit.kafka.KafkaWriter;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Publishes events on {@code speech-events} without waiting for Kafka, and records them in this replica at once. */
@ApplicationScoped
public class SpeechEventPublisher implements EventSink {

    /** Longer than a broker is away: what became of an utterance must not get lost. */
    private static final Duration TIMEOUT = Duration.ofHours(1);

    /** At a quarter of a kilobyte each. */
    private static final int MAX_WAITING = 10_000;

    private final UtteranceBook book;
    private final InstantSource clock;
    private final BackgroundWriter writer;

    SpeechEventPublisher(
            @Identifier("default-kafka-broker") Map<String, Object> broker, UtteranceBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
        this.writer = new BackgroundWriter(new KafkaWriter(broker, TIMEOUT), Topics.SPEECH_EVENTS, MAX_WAITING);
    }

    @Override
    public void report(SpeechRequest request, SpeechState state, @Nullable String detail) {
        SpeechEvent event = new SpeechEvent(request.utteranceId(), request.channel(), state, detail, clock.instant());
        book.record(event);
        writer.write(
                event.channel(),
                event.toBytes(),
                failure -> Log.warnf(
                        "Event lost utteranceId=%s state=%s error=%s",
                        event.utteranceId(), event.state().label(), failure));
    }

    @PreDestroy
    void close() {
        writer.close();
    }
}

package avatar.tts.status;

import avatar.contract.problem.AvatarException;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechState;
import avatar.contract.speech.Topics;
import avatar.tts.kafka.KafkaWriter;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Puts events on {@code speech-events}, and in this replica's own book at once. An event is news, not an order: when
 * Kafka is away the oldest are given up, and nobody waits.
 */
@ApplicationScoped
public class SpeechEventPublisher implements EventSink {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WAITING = 1_000;

    private final UtteranceBook book;
    private final InstantSource clock;
    private final KafkaWriter writer;
    private final ExecutorService queue = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("speech-events").factory(),
            new ThreadPoolExecutor.DiscardOldestPolicy());

    SpeechEventPublisher(
            @Identifier("default-kafka-broker") Map<String, Object> broker, UtteranceBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
        this.writer = new KafkaWriter(broker, Topics.SPEECH_EVENTS, PATIENCE);
    }

    @Override
    public void report(SpeechRequest request, SpeechState state, @Nullable String detail) {
        SpeechEvent event = new SpeechEvent(request.utteranceId(), request.channel(), state, detail, clock.instant());
        book.record(event);
        queue.execute(() -> publish(event));
    }

    @PreDestroy
    void close() {
        queue.shutdownNow();
        writer.close();
    }

    private void publish(SpeechEvent event) {
        try {
            writer.write(event.channel(), event.toBytes());
        } catch (AvatarException e) {
            Log.warnf(
                    "An event was not published utteranceId=%s state=%s error=%s",
                    event.utteranceId(), event.state().label(), e.getMessage());
        }
    }
}

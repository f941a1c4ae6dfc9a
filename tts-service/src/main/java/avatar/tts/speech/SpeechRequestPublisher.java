package avatar.tts.speech;

import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.KafkaWriter;
import avatar.kit.trace.Tracing;
import io.opentelemetry.context.Context;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes requests on {@code speech-requests}; a caller waits for the answer, so the timeout is short. */
@Startup
@ApplicationScoped
class SpeechRequestPublisher {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** The size of a request without its recording: the longest text, and Kafka's overhead. */
    private static final int REST_BYTES = 256 * 1024;

    private final KafkaWriter writer;
    private final Tracing tracing;

    SpeechRequestPublisher(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            RecordingConfig recordings,
            Tracing tracing) {
        this.tracing = tracing;
        int largest = Math.toIntExact(recordings.maxBytes().asLongValue()) + REST_BYTES;
        this.writer = new KafkaWriter(broker, TIMEOUT, largest);
        Thread.ofVirtual().start(() -> writer.connect(Topics.SPEECH_REQUESTS));
    }

    /** Returns when Kafka has stored the request; otherwise as {@link KafkaWriter#write}. It belongs to the current span. */
    void publish(SpeechRequest request) {
        ProducerRecord<String, byte[]> written =
                new ProducerRecord<>(Topics.SPEECH_REQUESTS, request.channel(), request.toBytes());
        tracing.carry(Context.current(), written.headers());
        writer.write(written);
    }

    @PreDestroy
    void close() {
        writer.close();
    }
}

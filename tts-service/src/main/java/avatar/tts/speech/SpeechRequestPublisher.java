package avatar.tts.speech;

import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.KafkaWriter;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** Publishes requests on {@code speech-requests}; a caller waits for the answer, so the timeout is short. */
@Startup
@ApplicationScoped
class SpeechRequestPublisher {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** The size of a request without its recording: the longest text, and Kafka's overhead. */
    private static final int REST_BYTES = 256 * 1024;

    private final KafkaWriter writer;

    SpeechRequestPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker, RecordingConfig recordings) {
        int largest = Math.toIntExact(recordings.maxBytes().asLongValue()) + REST_BYTES;
        this.writer = new KafkaWriter(broker, TIMEOUT, largest);
        Thread.ofVirtual().start(() -> writer.connect(Topics.SPEECH_REQUESTS));
    }

    /** Returns when Kafka has stored the request; otherwise as {@link KafkaWriter#write}. */
    void publish(SpeechRequest request) {
        writer.write(Topics.SPEECH_REQUESTS, request.channel(), request.toBytes());
    }

    @PreDestroy
    void close() {
        writer.close();
    }
}

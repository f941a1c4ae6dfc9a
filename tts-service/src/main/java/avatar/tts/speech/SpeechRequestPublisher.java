package avatar.tts.speech;

import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.Topics;
import avatar.tts.kafka.KafkaWriter;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** Puts requests on {@code speech-requests}; somebody waits for the answer, so Kafka has little time. */
@Startup
@ApplicationScoped
class SpeechRequestPublisher {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final KafkaWriter writer;

    SpeechRequestPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.writer = new KafkaWriter(broker, Topics.SPEECH_REQUESTS, PATIENCE);
        Thread.ofVirtual().start(writer::connect);
    }

    /** Returns when Kafka has it; otherwise as {@link KafkaWriter#write}. */
    void publish(SpeechRequest request) {
        writer.write(request.channel(), request.toBytes());
    }

    @PreDestroy
    void close() {
        writer.close();
    }
}

package avatar.tts.speech;

import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.Topics;
import avatar.tts.kafka.KafkaWriter;
import avatar.tts.recording.RecordingConfig;
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

    /** What a request has beside its recording: the longest text, and what Kafka adds. */
    private static final int REST_BYTES = 256 * 1024;

    private final KafkaWriter writer;

    SpeechRequestPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker, RecordingConfig recordings) {
        int largest = Math.toIntExact(recordings.maxBytes().asLongValue()) + REST_BYTES;
        this.writer = new KafkaWriter(broker, Topics.SPEECH_REQUESTS, PATIENCE, largest);
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

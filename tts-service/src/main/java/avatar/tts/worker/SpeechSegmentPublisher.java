package avatar.tts.worker;

import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.KafkaWriter;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/**
 * Publishes segments on {@code speech-segments}; the timeout is long, so that a restart of the broker costs no
 * utterance.
 */
@Startup
@ApplicationScoped
class SpeechSegmentPublisher implements SegmentSink {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final KafkaWriter writer;

    SpeechSegmentPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.writer = new KafkaWriter(broker, TIMEOUT);
        Thread.ofVirtual().start(() -> writer.connect(Topics.SPEECH_SEGMENTS));
    }

    @Override
    public void publish(SpeechSegment segment) {
        writer.write(Topics.SPEECH_SEGMENTS, segment.channel(), segment.toBytes());
    }

    @PreDestroy
    void close() {
        writer.close();
    }
}

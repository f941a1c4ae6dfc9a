package avatar.tts.worker;

import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.Topics;
import avatar.tts.kafka.KafkaWriter;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** Puts segments on {@code speech-segments}; patient, so that a broker that restarts costs no utterance. */
@ApplicationScoped
class SpeechSegmentPublisher implements SegmentSink {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaWriter writer;

    SpeechSegmentPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.writer = new KafkaWriter(broker, PATIENCE);
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

package avatar.tts.worker;

import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.Topics;
import avatar.tts.kafka.KafkaWriter;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** Puts segments on {@code speech-segments}; patient, so that a broker that restarts costs no utterance. */
@Startup
@ApplicationScoped
class SpeechSegmentPublisher implements SegmentSink {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaWriter writer;

    SpeechSegmentPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.writer = new KafkaWriter(broker, Topics.SPEECH_SEGMENTS, PATIENCE);
        Thread.ofVirtual().start(writer::connect);
    }

    @Override
    public void publish(SpeechSegment segment) {
        writer.write(segment.channel(), segment.toBytes());
    }

    @PreDestroy
    void close() {
        writer.close();
    }
}

package avatar.tts.worker;

import avatar.contract.speech.SpeechSegment;
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

/**
 * Publishes segments on {@code speech-segments}; the timeout is long, so that a restart of the broker costs no
 * utterance. They belong to the current span.
 */
@Startup
@ApplicationScoped
class SpeechSegmentPublisher implements SegmentSink {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final KafkaWriter writer;
    private final Tracing tracing;

    SpeechSegmentPublisher(@Identifier("default-kafka-broker") Map<String, Object> broker, Tracing tracing) {
        this.tracing = tracing;
        this.writer = new KafkaWriter(broker, TIMEOUT);
        Thread.ofVirtual().start(() -> writer.connect(Topics.SPEECH_SEGMENTS));
    }

    @Override
    public void publish(SpeechSegment segment) {
        ProducerRecord<String, byte[]> written =
                new ProducerRecord<>(Topics.SPEECH_SEGMENTS, segment.channel(), segment.toBytes());
        tracing.carry(Context.current(), written.headers());
        writer.write(written);
    }

    @PreDestroy
    void close() {
        writer.close();
    }
}

package avatar.bench.live;

import avatar.bench.command.BenchException;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.Topics;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The segments that are published from now on. */
final class SegmentTopic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    /** The Kafka client, which would log all its settings. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    static {
        KAFKA.setLevel(Level.WARNING);
    }

    private final KafkaConsumer<String, byte[]> consumer;
    private final Deque<Arrived> waiting = new ArrayDeque<>();

    private SegmentTopic(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Begins to read.
     *
     * @param broker host and port
     * @throws BenchException if no broker answers there
     */
    static SegmentTopic open(String broker) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "default.api.timeout.ms", 10_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(Topics.SPEECH_SEGMENTS)
                    .forEach(partition -> partitions.add(new TopicPartition(partition.topic(), partition.partition())));
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            return new SegmentTopic(consumer);
        } catch (KafkaException e) {
            consumer.close();
            throw new BenchException("Kafka at %s does not answer: %s".formatted(broker, e.getMessage()), e);
        }
    }

    /**
     * The next segment.
     *
     * @throws BenchException if none arrives in that time
     */
    Arrived next(Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (waiting.isEmpty()) {
            if (System.nanoTime() - end > 0) {
                throw new BenchException("No segment arrived within %d s; does tts-service run, and with this Kafka?"
                        .formatted(timeout.toSeconds()));
            }
            consumer.poll(POLL)
                    .forEach(entry ->
                            waiting.add(new Arrived(SpeechSegment.fromBytes(entry.value()), System.nanoTime())));
        }
        return waiting.remove();
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** A segment and the time of its arrival, by {@link System#nanoTime}. */
    record Arrived(SpeechSegment segment, long nanos) {}
}

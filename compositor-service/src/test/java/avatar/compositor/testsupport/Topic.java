package avatar.compositor.testsupport;

import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics as tests write and read them: everything since this was opened. */
public final class Topic implements AutoCloseable {

    private final Map<String, Object> settings;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> received = new ArrayList<>();

    public Topic(String bootstrapServers, String read) {
        settings = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(read).stream()
                .map(info -> new TopicPartition(read, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    public void send(SpeechSegment... segments) {
        for (SpeechSegment segment : segments) {
            var _ = send(segment.channel(), segment.toBytes());
        }
    }

    /** Returns when the broker has it. */
    public RecordMetadata send(String key, byte[] segment) {
        return send(Topics.SPEECH_SEGMENTS, key, segment);
    }

    /** Returns when the broker has it. */
    public RecordMetadata send(String topic, String key, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was received until now. */
    public List<ConsumerRecord<String, byte[]>> records() {
        consumer.poll(Duration.ofMillis(100)).forEach(received::add);
        return List.copyOf(received);
    }

    /** The states of an utterance until now, in order. */
    public List<String> statesOf(String utteranceId) {
        return events().stream()
                .filter(event -> event.utteranceId().equals(utteranceId))
                .map(event -> event.state().label())
                .collect(Collectors.toList());
    }

    public List<SpeechEvent> events() {
        return records().stream()
                .map(record -> SpeechEvent.fromBytes(record.value()))
                .toList();
    }

    /** The offset from which the compositor would go on after a restart; -1 if it committed none yet. */
    public long committed(RecordMetadata place) {
        try (Admin admin = Admin.create(settings)) {
            OffsetAndMetadata offset = admin.listConsumerGroupOffsets("compositor-service")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(place.topic(), place.partition()));
            return offset == null ? -1 : offset.offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        consumer.close();
    }
}

package avatar.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The records of a topic. */
final class TopicRecords {

    private TopicRecords() {}

    /** The values of all records that are on a topic now, those of a partition in order. */
    static List<byte[]> of(String bootstrapServers, String topic) {
        List<byte[]> values = new ArrayList<>();
        read(bootstrapServers, topic, message -> values.add(message.value()));
        return values;
    }

    /** The latest value of each key. */
    static Map<String, byte[]> keyed(String bootstrapServers, String topic) {
        Map<String, byte[]> values = new HashMap<>();
        read(bootstrapServers, topic, message -> values.put(new String(message.key(), UTF_8), message.value()));
        return values;
    }

    private static void read(String bootstrapServers, String topic, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest", "enable.auto.commit", false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(
                            0, consumer.partitionsFor(topic).size())
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(handler);
            }
        }
    }
}

package avatar.kit.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The latest records of partitions, read at once. */
public final class TopicTail {

    private static final Duration POLL = Duration.ofMillis(100);

    private TopicTail() {}

    /**
     * Reads the latest records, the oldest of them first within a partition.
     *
     * @param broker {@code bootstrap.servers} and other settings of the connection
     * @param wanted how many records of each partition
     * @param timeout for all of it
     * @throws org.apache.kafka.common.KafkaException if they can't be read, or not in time
     */
    public static List<ConsumerRecord<String, byte[]>> read(
            Map<String, Object> broker, Map<TopicPartition, Integer> wanted, Duration timeout) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.CLIENT_ID_CONFIG));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(timeout.toMillis()));
        long deadline = System.nanoTime() + timeout.toNanos();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(wanted.keySet());
            Map<TopicPartition, Long> ends = consumer.endOffsets(wanted.keySet());
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(wanted.keySet());
            ends.forEach((partition, end) -> {
                long latest = end - wanted.getOrDefault(partition, 0);
                consumer.seek(partition, Math.max(starts.getOrDefault(partition, 0L), latest));
            });
            List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
            while (!hasReached(consumer, ends)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new TimeoutException("the latest records did not come within " + timeout);
                }
                consumer.poll(POLL).forEach(read::add);
            }
            return read;
        }
    }

    private static boolean hasReached(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}

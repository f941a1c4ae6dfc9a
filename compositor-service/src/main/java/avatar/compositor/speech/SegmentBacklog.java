package avatar.compositor.speech;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * How much speech of each partition is in memory, because it was read and is not yet heard. A partition with too much is
 * not read on for a while: Kafka keeps the rest. For the consumer's thread; segments may be released on any.
 */
final class SegmentBacklog {

    private final long mostBytes;
    private final Map<TopicPartition, AtomicLong> held = new HashMap<>();

    /** @param mostBytes of a partition */
    SegmentBacklog(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Adds a segment; returns what releases it. */
    Runnable add(TopicPartition partition, long bytes) {
        AtomicLong sum = held.computeIfAbsent(partition, _ -> new AtomicLong());
        sum.addAndGet(bytes);
        return () -> sum.addAndGet(-bytes);
    }

    /** Forgets partitions that another consumer has from now on. */
    void forget(Collection<TopicPartition> partitions) {
        held.keySet().removeAll(partitions);
    }

    /** Pauses the partitions with too much in memory, and resumes those of which half was released. */
    void regulate(Consumer<?, ?> consumer) {
        Set<TopicPartition> paused = consumer.paused();
        List<TopicPartition> full = new ArrayList<>();
        List<TopicPartition> free = new ArrayList<>();
        for (TopicPartition partition : consumer.assignment()) {
            long bytes = held.getOrDefault(partition, new AtomicLong()).get();
            if (bytes > mostBytes) {
                full.add(partition);
            } else if (paused.contains(partition) && bytes <= mostBytes / 2) {
                free.add(partition);
            }
        }
        consumer.pause(full);
        consumer.resume(free);
    }
}

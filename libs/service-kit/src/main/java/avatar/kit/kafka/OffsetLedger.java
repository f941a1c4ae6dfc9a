package avatar.kit.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The offset that may be committed of each partition: that of its first record that is not finished. Thread-safe. */
public final class OffsetLedger {

    private final Map<TopicPartition, Page> pages = new HashMap<>();

    private static final class Page {
        private final TreeSet<Long> open = new TreeSet<>();
        private long next;
        private long committed = -1;

        long done() {
            return open.isEmpty() ? next : open.first();
        }
    }

    /** Takes note of a record that is to be finished. */
    public synchronized void taken(TopicPartition partition, long offset) {
        Page page = pages.computeIfAbsent(partition, _ -> new Page());
        page.open.add(offset);
        page.next = offset + 1;
    }

    /** Takes note that a record is finished; of a partition that was forgotten it is ignored. */
    public synchronized void done(TopicPartition partition, long offset) {
        Page page = pages.get(partition);
        if (page != null) {
            page.open.remove(offset);
        }
    }

    /** The offsets that may be committed and are not yet. */
    public synchronized Map<TopicPartition, OffsetAndMetadata> toCommit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        pages.forEach((partition, page) -> {
            if (page.done() > page.committed) {
                offsets.put(partition, new OffsetAndMetadata(page.done()));
            }
        });
        return offsets;
    }

    /** Takes note of what was committed. */
    public synchronized void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            Page page = pages.get(partition);
            if (page != null) {
                page.committed = offset.offset();
            }
        });
    }

    /** Forgets partitions that another process owns now. */
    public synchronized void forget(Collection<TopicPartition> partitions) {
        pages.keySet().removeAll(partitions);
    }
}

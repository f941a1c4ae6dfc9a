package avatar.setup.requests;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far each partition is done with: up to the first record that is not. */
final class Ledger {

    private final Map<TopicPartition, Page> pages = new HashMap<>();

    private static final class Page {
        private final TreeSet<Long> open = new TreeSet<>();
        private long next;
        private long committed = -1;

        long done() {
            return open.isEmpty() ? next : open.first();
        }
    }

    void taken(TopicPartition partition, long offset) {
        Page page = pages.computeIfAbsent(partition, _ -> new Page());
        page.open.add(offset);
        page.next = offset + 1;
    }

    void done(TopicPartition partition, long offset) {
        Page page = pages.get(partition);
        if (page != null) {
            page.open.remove(offset);
        }
    }

    /** What is done and not committed yet. */
    Map<TopicPartition, OffsetAndMetadata> toCommit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        pages.forEach((partition, page) -> {
            if (page.done() > page.committed) {
                offsets.put(partition, new OffsetAndMetadata(page.done()));
            }
        });
        return offsets;
    }

    void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            Page page = pages.get(partition);
            if (page != null) {
                page.committed = offset.offset();
            }
        });
    }

    /** Partitions that are somebody else's now. */
    void forget(Collection<TopicPartition> partitions) {
        pages.keySet().removeAll(partitions);
    }
}

package avatar.kit.channel;

import avatar.contract.channel.ChannelOwner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The compositor of each partition, as last announced on {@link avatar.contract.speech.Topics#CHANNEL_OWNERS}; fed by a
 * {@link avatar.kit.kafka.TopicReader}. Thread-safe.
 */
public final class ChannelOwners {

    private final Map<Integer, ChannelOwner> owners = new TreeMap<>();
    private int partitions;
    private CompletableFuture<Void> changed = new CompletableFuture<>();

    /** Sets the number of partitions of the topics that are keyed by channel. */
    public synchronized void setPartitions(int count) {
        partitions = count;
    }

    /** Takes an announcement, unless a newer one is known; a record without a value withdraws it. */
    public void handle(ConsumerRecord<String, byte[]> message) {
        byte[] value = message.value();
        record(Integer.parseInt(message.key()), value == null ? null : ChannelOwner.fromBytes(value));
    }

    private void record(int partition, @Nullable ChannelOwner owner) {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            ChannelOwner known = owners.get(partition);
            if (owner == null) {
                owners.remove(partition);
            } else if (known == null || owner.succeeds(known)) {
                owners.put(partition, owner);
            } else {
                return;
            }
            waiting = changed;
            changed = new CompletableFuture<>();
        }
        waiting.complete(null);
    }

    /** The owner of a partition, if one was ever announced. */
    public synchronized Optional<ChannelOwner> ofPartition(int partition) {
        return Optional.ofNullable(owners.get(partition));
    }

    /** The owner of a channel, if one was ever announced. */
    public synchronized Optional<ChannelOwner> of(String channel) {
        return partitions == 0 ? Optional.empty() : ofPartition(ChannelPartition.of(channel, partitions));
    }

    /** Each compositor that owns a partition, once. */
    public synchronized List<ChannelOwner> all() {
        Map<String, ChannelOwner> instances = new LinkedHashMap<>();
        Collection<ChannelOwner> known = owners.values();
        known.forEach(owner -> instances.putIfAbsent(owner.instance(), owner));
        return new ArrayList<>(instances.values());
    }

    /** Completes at the next announcement that is taken, on the reader's thread. */
    public synchronized CompletionStage<Void> changed() {
        return changed.minimalCompletionStage();
    }
}

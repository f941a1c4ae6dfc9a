package avatar.compositor.channel;

import avatar.kit.channel.ChannelPartition;
import java.util.HashSet;
import java.util.Set;

/**
 * The partitions whose channels run here.
 *
 * @param count of all partitions; 0 before Kafka has assigned any
 */
record OwnedPartitions(int count, Set<Integer> owned) {

    static final OwnedPartitions NONE = new OwnedPartitions(0, Set.of());

    OwnedPartitions {
        owned = Set.copyOf(owned);
    }

    boolean has(String channel) {
        return count > 0 && owned.contains(ChannelPartition.of(channel, count));
    }

    OwnedPartitions with(Set<Integer> gained, int all) {
        Set<Integer> now = new HashSet<>(owned);
        now.addAll(gained);
        return new OwnedPartitions(all, now);
    }

    OwnedPartitions without(Set<Integer> lost) {
        Set<Integer> now = new HashSet<>(owned);
        now.removeAll(lost);
        return new OwnedPartitions(count, now);
    }
}

package avatar.kit.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;

/** The partition of a channel: that of Kafka's own producers for its id as key. */
public final class ChannelPartition {

    private ChannelPartition() {}

    /**
     * The number of a channel's partition.
     *
     * @param count partitions of every topic that is keyed by channel
     */
    public static int of(String channel, int count) {
        return Utils.toPositive(Utils.murmur2(channel.getBytes(UTF_8))) % count;
    }
}

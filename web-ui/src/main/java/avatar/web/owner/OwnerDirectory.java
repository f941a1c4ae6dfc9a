package avatar.web.owner;

import avatar.contract.channel.ChannelOwner;
import avatar.kit.channel.ChannelOwners;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The compositor of each channel; empty until Kafka was reached for the first time. Thread-safe. */
@Singleton
public final class OwnerDirectory {

    private final ChannelOwners owners = new ChannelOwners();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicLong version = new AtomicLong();

    /** Ends the notification of a listener. */
    public interface Registration {
        void end();
    }

    /** The owner of a channel, if one is known. */
    public Optional<ChannelOwner> of(String channel) {
        return owners.of(channel);
    }

    /** Each compositor that owns a channel, once. */
    public List<ChannelOwner> all() {
        return owners.all();
    }

    /** Another number after every announcement. */
    public long version() {
        return version.get();
    }

    /** Calls {@code listener} after every announcement, on the thread that reads them. */
    public Registration listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void setPartitions(int count) {
        owners.setPartitions(count);
    }

    /** @throws IllegalArgumentException if nothing can be connected to at the announced address */
    void take(ConsumerRecord<String, byte[]> announcement) {
        byte[] value = announcement.value();
        if (value != null) {
            requireAddress(ChannelOwner.fromBytes(value).url());
        }
        owners.handle(announcement);
        version.incrementAndGet();
        listeners.forEach(Runnable::run);
    }

    private static void requireAddress(URI url) {
        boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!isHttp || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "Address of a compositor: found '%s', expected http://host:port".formatted(url));
        }
    }
}

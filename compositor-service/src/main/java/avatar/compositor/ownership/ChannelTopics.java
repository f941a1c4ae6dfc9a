package avatar.compositor.ownership;

import avatar.compositor.channel.ChannelRegistry;
import avatar.contract.channel.ChannelRecord;
import avatar.contract.speech.Channels;
import avatar.contract.speech.Topics;
import avatar.kit.channel.ChannelOwners;
import avatar.kit.kafka.TopicReader;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All channels and their compositors, as they are on the topics. Thread-safe. */
@Singleton
final class ChannelTopics {

    private final Map<String, ChannelRecord> records = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
    private final ChannelOwners owners = new ChannelOwners();
    private final ChannelRegistry channels;
    private final TopicReader reader;

    ChannelTopics(@Identifier("default-kafka-broker") Map<String, Object> broker, ChannelRegistry channels) {
        this.channels = channels;
        this.reader = new TopicReader(
                broker,
                "channel-topics",
                Map.of(Topics.CHANNELS, this::handleChannel, Topics.CHANNEL_OWNERS, owners::handle),
                counts -> owners.setPartitions(counts.getOrDefault(Topics.CHANNELS, 0)));
    }

    ChannelOwners owners() {
        return owners;
    }

    /** Every channel that exists, whichever compositor runs it. */
    Map<String, ChannelRecord> records() {
        return new HashMap<>(records);
    }

    /** Returns whether all records that were written before this call are known, which they are within the timeout. */
    boolean catchUp(Duration timeout) {
        try {
            reader.caughtUp().toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A reader waits, it does not fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Completes when the next record of a channel was handled; it is to be written after this call. */
    CompletableFuture<Void> next(String id) {
        return awaited.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }

    private void handleChannel(ConsumerRecord<String, byte[]> message) {
        String id = Channels.requireValid(message.key());
        byte[] value = message.value();
        if (value == null) {
            records.remove(id);
            channels.forget(id);
        } else {
            ChannelRecord read = ChannelRecord.fromBytes(value);
            records.put(id, read);
            channels.show(id, read.avatar());
        }
        CompletableFuture<Void> caller = awaited.remove(id);
        if (caller != null) {
            caller.complete(null);
        }
    }

    @PreDestroy
    void close() {
        reader.close();
    }
}

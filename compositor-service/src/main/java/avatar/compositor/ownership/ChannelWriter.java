package avatar.compositor.ownership;

import avatar.compositor.channel.ChannelStore;
import avatar.contract.channel.ChannelOwner;
import avatar.contract.channel.ChannelRecord;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechProgress;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.KafkaWriter;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes channels, owners and the last progress of a channel that moves; returns when Kafka has them. */
@Singleton
final class ChannelWriter implements ChannelStore {

    /** A caller waits for the answer. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final KafkaWriter writer;
    private final ChannelTopics topics;
    private final Instance self;
    private final InstantSource clock;

    ChannelWriter(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            ChannelTopics topics,
            Instance self,
            InstantSource clock) {
        this.writer = new KafkaWriter(broker, TIMEOUT);
        this.topics = topics;
        this.self = self;
        this.clock = clock;
    }

    @Override
    public void create(String id, String avatar) {
        writeAndAwait(id, new ChannelRecord(avatar, clock.instant(), self.name()).toBytes());
    }

    @Override
    public void delete(String id) {
        writeAndAwait(id, null);
    }

    /** Writes a channel without waiting until it is read again. */
    void write(String id, ChannelRecord channel) {
        writer.write(Topics.CHANNELS, id, channel.toBytes());
    }

    void announce(int partition, ChannelOwner owner) {
        writer.write(Topics.CHANNEL_OWNERS, Integer.toString(partition), owner.toBytes());
    }

    /** Writes the progress of channels that move; what can't be written is said again in part. */
    void writeProgress(Map<String, SpeechProgress> progress) {
        List<CompletableFuture<Void>> sent = progress.entrySet().stream()
                .map(entry -> writer.send(new ProducerRecord<>(
                        Topics.SPEECH_PROGRESS, entry.getKey(), entry.getValue().toBytes())))
                .toList();
        CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new))
                .exceptionally(failure -> {
                    Log.warnf("Progress not written, some speech is said again error=%s", failure.getMessage());
                    return null;
                })
                .join();
    }

    @Override
    public @Nullable String ownerOf(String id) {
        return topics.owners().of(id).map(owner -> owner.url().toString()).orElse(null);
    }

    private void writeAndAwait(String id, byte @Nullable [] value) {
        CompletableFuture<Void> handled = topics.next(id);
        writer.write(Topics.CHANNELS, id, value);
        try {
            handled.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw notRead(id, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notRead(id, e);
        }
    }

    private static AvatarException notRead(String id, Exception cause) {
        return new AvatarException(
                ErrorCode.KAFKA_UNAVAILABLE,
                "The record of channel '%s' was written, but could not be read within %d s; try again"
                        .formatted(id, TIMEOUT.toSeconds()),
                cause);
    }

    @PreDestroy
    void close() {
        writer.close();
    }
}

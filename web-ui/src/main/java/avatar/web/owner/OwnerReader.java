package avatar.web.owner;

import static java.util.Objects.requireNonNull;

import avatar.contract.speech.Topics;
import avatar.kit.kafka.TopicReader;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the announcements of the compositors into the {@link OwnerDirectory}; starts without Kafka and waits for it. */
@Singleton
final class OwnerReader {

    private final Map<String, Object> broker;
    private final OwnerDirectory directory;
    private @Nullable TopicReader reader;

    OwnerReader(@Identifier("default-kafka-broker") Map<String, Object> broker, OwnerDirectory directory) {
        this.broker = broker;
        this.directory = directory;
    }

    void start(@Observes StartupEvent event) {
        // Of the channels only the number of partitions is of interest: a channel's owner is that of its partition.
        reader = new TopicReader(
                broker,
                "channel-owners",
                Map.of(Topics.CHANNEL_OWNERS, directory::take, Topics.CHANNELS, channel -> {}),
                partitions -> directory.setPartitions(requireNonNull(partitions.get(Topics.CHANNELS))));
    }

    @PreDestroy
    void stop() {
        if (reader != null) {
            reader.close();
        }
    }
}

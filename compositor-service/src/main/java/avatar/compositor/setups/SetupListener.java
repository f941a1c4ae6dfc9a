package avatar.compositor.setups;

import avatar.contract.setup.SetupEvent;
import avatar.contract.setup.SetupRequest;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.TopicReader;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads every request and every event of setups, of all replicas and from before this one started, so that each
 * replica knows the status of all. Unreadable records are skipped here: setup-job sends them to the dead letters,
 * once.
 */
@Startup
@Singleton
final class SetupListener {

    private final SetupBook book;
    private final TopicReader reader;

    SetupListener(@Identifier("default-kafka-broker") Map<String, Object> broker, SetupBook book) {
        this.book = book;
        this.reader = new TopicReader(
                broker,
                "setups",
                Map.of(Topics.SETUP_REQUESTS, this::onRequest, Topics.SETUP_EVENTS, this::onEvent),
                partitions -> {});
    }

    private void onRequest(ConsumerRecord<String, byte[]> message) {
        if (message.value() != null) {
            book.record(SetupRequest.fromBytes(message.value()));
        }
    }

    private void onEvent(ConsumerRecord<String, byte[]> message) {
        if (message.value() != null) {
            book.record(SetupEvent.fromBytes(message.value()));
        }
    }

    @PreDestroy
    void close() {
        reader.close();
    }
}

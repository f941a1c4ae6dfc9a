package avatar.setup.events;

import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupEvent;
import avatar.contract.setup.SetupState;
import avatar.contract.speech.Topics;
import avatar.setup.progress.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the making of one avatar on {@code setup-events}. News, not an order: an avatar is made whether or not Kafka is there, and
 * waits for it no longer than {@link #PATIENCE} in all.
 */
public final class SetupEvents implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final @Nullable String setup;
    private final String avatar;
    private final KafkaProducer<String, byte[]> producer;
    private int percent;
    private volatile boolean isAway;

    /**
     * Begins to connect.
     *
     * @param bootstrapServers host:port, several with commas between
     * @param setup that somebody asked for; null if nobody did
     * @throws KafkaException if that is no address
     */
    public SetupEvents(String bootstrapServers, @Nullable String setup, String avatar) {
        this.setup = setup;
        this.avatar = avatar;
        int patience = Math.toIntExact(PATIENCE.toMillis());
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.LINGER_MS_CONFIG, 0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, patience,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Tells how far it is. */
    public synchronized void step(Step step) {
        percent = (int) (100 * step.overall());
        Double left = step.left() == null ? null : step.left().toMillis() / 1000.0;
        send(SetupState.RUNNING, step.stage().label(), left, null, null);
    }

    /**
     * Tells how it ended, or that it waits.
     *
     * @param detail what was made, or what for it waits
     */
    public synchronized void tell(SetupState state, @Nullable String detail) {
        percent = state == SetupState.DONE ? 100 : percent;
        send(state, null, null, null, detail);
    }

    /** Tells that it can't be made. */
    public synchronized void fail(ErrorCode code, @Nullable String detail) {
        send(SetupState.FAILED, null, null, code, detail);
    }

    private void send(
            SetupState state,
            @Nullable String stage,
            @Nullable Double left,
            @Nullable ErrorCode code,
            @Nullable String detail) {
        if (isAway) {
            return;
        }
        SetupEvent event = new SetupEvent(
                SetupEvent.SCHEMA_VERSION, setup, avatar, state, stage, percent, left, code, detail, Instant.now());
        Future<RecordMetadata> _ =
                producer.send(new ProducerRecord<>(Topics.SETUP_EVENTS, avatar, event.toBytes()), (_, failure) -> {
                    // Kafka was not found within the patience, which no later event is worth either.
                    isAway |= failure != null;
                });
    }

    /** Whether nobody was told, since Kafka was not found. */
    public boolean isAway() {
        return isAway;
    }

    /** Waits until what was told is on the topic. */
    @Override
    public void close() {
        producer.close(isAway() ? Duration.ZERO : PATIENCE);
    }
}

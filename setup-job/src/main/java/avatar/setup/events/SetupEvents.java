package avatar.setup.events;

import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupEvent;
import avatar.contract.setup.SetupState;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.BrokerSettings;
import avatar.kit.kafka.KafkaWriter;
import avatar.setup.progress.Step;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the progress and the outcome of one setup on {@code setup-events}. An avatar is made whether or not Kafka
 * is reachable: after the first event that Kafka does not take, no further one is sent.
 */
public final class SetupEvents {

    /** Of which a {@link KafkaWriter} uses half for finding Kafka, and half for its answer. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final KafkaWriter writer;
    private final InstantSource clock;
    private final @Nullable String setup;
    private final String avatar;
    private int percent;
    private volatile boolean isUnavailable;

    /**
     * The events of one setup.
     *
     * @param setup the id of the setup request; null if the setup was started on the command line
     */
    public SetupEvents(KafkaWriter writer, InstantSource clock, @Nullable String setup, String avatar) {
        this.writer = writer;
        this.clock = clock;
        this.setup = setup;
        this.avatar = avatar;
    }

    /**
     * A writer for events, which connects when it is first used.
     *
     * @throws avatar.contract.problem.AvatarException INVALID_REQUEST if that is not an address
     */
    public static KafkaWriter writer(String bootstrapServers) {
        KafkaWriter writer = new KafkaWriter(BrokerSettings.of(bootstrapServers, System.getenv()), TIMEOUT);
        writer.requireAddress();
        return writer;
    }

    /** Publishes the progress. */
    public synchronized void publish(Step step) {
        percent = (int) (100 * step.overall());
        Double left = step.left() == null ? null : step.left().toMillis() / 1000.0;
        send(SetupState.RUNNING, step.stage().label(), left, null, null);
    }

    /**
     * Publishes a state that is not a failure.
     *
     * @param detail what was made, or what the setup waits for
     */
    public synchronized void publish(SetupState state, @Nullable String detail) {
        percent = state == SetupState.DONE ? 100 : percent;
        send(state, null, null, null, detail);
    }

    /** Publishes that the setup failed. */
    public synchronized void fail(ErrorCode code, @Nullable String detail) {
        send(SetupState.FAILED, null, null, code, detail);
    }

    private void send(
            SetupState state,
            @Nullable String stage,
            @Nullable Double left,
            @Nullable ErrorCode code,
            @Nullable String detail) {
        if (isUnavailable) {
            return;
        }
        SetupEvent event = new SetupEvent(
                SetupEvent.SCHEMA_VERSION, setup, avatar, state, stage, percent, left, code, detail, clock.instant());
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(Topics.SETUP_EVENTS, avatar, event.toBytes());
        CompletableFuture<Void> _ = writer.send(sent).whenComplete((_, failure) -> {
            if (failure != null) {
                isUnavailable = true;
            }
        });
    }

    /** Whether Kafka did not take an event, so that later ones were not sent. */
    public boolean isUnavailable() {
        return isUnavailable;
    }

    /** Waits until Kafka has every event; false if it does not take them. */
    public boolean awaitPublished() {
        if (!isUnavailable) {
            writer.flush();
        }
        return !isUnavailable;
    }
}

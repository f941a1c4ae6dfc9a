package avatar.setup.events;

import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupEvent;
import avatar.contract.setup.SetupState;
import avatar.contract.speech.Topics;
import avatar.setup.progress.Step;
import java.time.Instant;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the making of one avatar on {@code setup-events}. News, not an order: an avatar is made whether or not Kafka is there, and
 * waits for it no longer than {@link Outbox#PATIENCE} in all.
 */
public final class SetupEvents {

    private final Outbox outbox;
    private final @Nullable String setup;
    private final String avatar;
    private int percent;
    private volatile boolean isAway;

    /** @param setup that somebody asked for; null if nobody did */
    public SetupEvents(Outbox outbox, @Nullable String setup, String avatar) {
        this.outbox = outbox;
        this.setup = setup;
        this.avatar = avatar;
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
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.SETUP_EVENTS, avatar, event.toBytes());
        try {
            Future<RecordMetadata> _ = outbox.send(record, (_, failure) -> {
                // Kafka was not found within the patience, which no later event is worth either.
                isAway |= failure != null;
            });
        } catch (KafkaException e) {
            isAway = true;
        }
    }

    /** Whether nobody was told, since Kafka was not found. */
    public boolean isAway() {
        return isAway;
    }

    /** Waits until what was told is on the topic; says whether it is. */
    public boolean awaitTold() {
        if (!isAway) {
            outbox.flush();
        }
        return !isAway;
    }
}

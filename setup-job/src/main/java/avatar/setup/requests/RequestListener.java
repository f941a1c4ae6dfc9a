package avatar.setup.requests;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupAction;
import avatar.contract.setup.SetupRequest;
import avatar.contract.speech.Channels;
import avatar.contract.speech.Topics;
import avatar.setup.events.Outbox;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests from {@code setup-requests} and has them made, one at a time, in the order they came.
 *
 * <p>It goes on polling while an avatar is made, however long that takes: so it keeps its partitions, and hears at once of what is
 * cancelled. A record is committed when its setup has ended, so what a killed process was at is made by the next one.
 */
public final class RequestListener {

    public static final String GROUP = "setup-job";

    private static final System.Logger LOG = System.getLogger(RequestListener.class.getName());
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration LEAVE_PATIENCE = Duration.ofSeconds(2);

    /** More of them are left on the topic. */
    private static final int MOST_WAITING = 1000;

    private final Map<String, Object> settings;
    private final Path avatars;
    private final Agenda agenda;
    private final DeadLetters deadLetters;
    private final Ledger ledger = new Ledger();

    /**
     * Listens when it is {@link #run}.
     *
     * @param models of engine sadtalker
     * @param lines told what is done, a line at a time
     */
    public RequestListener(String bootstrapServers, Path avatars, Path models, Outbox outbox, Consumer<String> lines) {
        this(settings(bootstrapServers), avatars, models, outbox, lines);
    }

    RequestListener(Map<String, Object> settings, Path avatars, Path models, Outbox outbox, Consumer<String> lines) {
        this.settings = settings;
        this.avatars = avatars;
        this.agenda = new Agenda(new Workshop(avatars, models, outbox, lines));
        this.deadLetters = new DeadLetters(outbox);
    }

    /**
     * Returns when it is to stop, and what it was at is given back; that is made by the next one.
     *
     * @param isStopping asked several times a second
     * @return false if the work did not end in time
     */
    public boolean run(BooleanSupplier isStopping) throws InterruptedException {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            consumer.subscribe(List.of(Topics.SETUP_REQUESTS), new Rebalancing(consumer));
            while (!isStopping.getAsBoolean()) {
                turn(consumer);
            }
            boolean isEnded = agenda.giveBackAll();
            settle(consumer);
            return isEnded;
        } finally {
            consumer.close(CloseOptions.timeout(LEAVE_PATIENCE));
        }
    }

    private void turn(KafkaConsumer<String, byte[]> consumer) throws InterruptedException {
        if (agenda.size() >= MOST_WAITING) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            take(record);
        }
        settle(consumer);
        agenda.startNext();
    }

    private void take(ConsumerRecord<String, byte[]> record) throws InterruptedException {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        ledger.taken(partition, record.offset());
        try {
            SetupRequest request = read(record.value());
            if (request.action() == SetupAction.MAKE) {
                Upload.of(request, avatars);
                agenda.add(new Job(request, partition, record.offset()));
                return;
            }
            agenda.cancel(request.setup());
        } catch (AvatarException e) {
            deadLetters.bury(record, e);
        }
        ledger.done(partition, record.offset());
    }

    private static SetupRequest read(byte @Nullable [] value) {
        if (value == null) {
            throw new AvatarException(ErrorCode.MALFORMED_RECORD, "Expected a SetupRequest, found no value");
        }
        SetupRequest request = SetupRequest.fromBytes(value);
        if (!Channels.isValid(request.avatar())) {
            throw new AvatarException(
                    ErrorCode.MALFORMED_RECORD, "'%s' can't be an avatar's id".formatted(request.avatar()));
        }
        return request;
    }

    /** Commits what has ended, and clears away what it was made of. */
    private void settle(KafkaConsumer<String, byte[]> consumer) {
        List<Job> ended = agenda.takeEnded();
        ended.forEach(job -> ledger.done(job.partition(), job.offset()));
        Map<TopicPartition, OffsetAndMetadata> offsets = ledger.toCommit();
        if (!offsets.isEmpty()) {
            try {
                consumer.commitSync(offsets, COMMIT_PATIENCE);
                ledger.committed(offsets);
            } catch (KafkaException e) {
                LOG.log(System.Logger.Level.WARNING, "Not committed yet: {0}", e.getMessage());
            }
        }
        // Not before: a process that dies in between has to find it.
        ended.forEach(job -> clearAway(Upload.of(job.request(), avatars)));
    }

    private static void clearAway(Upload upload) {
        try {
            upload.delete();
        } catch (UncheckedIOException e) {
            // The compositor clears away what is old.
            LOG.log(System.Logger.Level.WARNING, "Upload can''t be deleted: {0}", e.getMessage());
        }
    }

    /** How the topic is read. */
    static Map<String, Object> settings(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        // What was asked for while nobody listened is made, too.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // One more that listens takes none of what is being made, but for what becomes its own.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        // One that was killed is missed after so long; 45 s otherwise.
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return settings;
    }

    /** What becomes another's must be left alone before it begins with it. */
    private final class Rebalancing implements ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> consumer;

        private Rebalancing(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // What is in them comes with the next poll.
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            agenda.giveBack(partitions);
            settle(consumer);
            ledger.forget(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            agenda.giveBack(partitions);
            ledger.forget(partitions);
        }
    }
}

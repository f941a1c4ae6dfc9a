package avatar.setup.requests;

import avatar.contract.bundle.AvatarIds;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupAction;
import avatar.contract.setup.SetupRequest;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.BrokerSettings;
import avatar.kit.kafka.DeadLetters;
import avatar.kit.kafka.KafkaWriter;
import avatar.kit.kafka.OffsetLedger;
import avatar.setup.isolation.Confinement;
import avatar.setup.isolation.JavaProgram;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
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
 * Consumes {@code setup-requests} and has the avatars made, one at a time, in the order of the requests.
 *
 * <p>It polls while an avatar is made, however long that takes: so it keeps its partitions and receives cancellations
 * at once. A record is committed when its setup has finished, so the next process makes what a killed one was working
 * on.
 */
public final class RequestListener {

    public static final String GROUP = "setup-job";

    private static final System.Logger LOG = System.getLogger(RequestListener.class.getName());
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    /** Further requests stay on the topic. */
    private static final int MAX_WAITING = 1000;

    private final Map<String, Object> settings;
    private final Path avatars;
    private final SetupQueue queue;
    private final DeadLetters deadLetters;
    private final OffsetLedger ledger = new OffsetLedger();

    /**
     * A listener that begins when it is {@link #run}.
     *
     * @param models of engine sadtalker
     * @param program setup-job, which makes each avatar in a process of its own
     * @param log receives a line for everything that is done
     */
    public RequestListener(
            String bootstrapServers,
            Path avatars,
            Path models,
            JavaProgram program,
            KafkaWriter writer,
            Consumer<String> log) {
        this(settings(bootstrapServers), avatars, models, child(program, avatars, models, log), writer, log);
    }

    RequestListener(
            Map<String, Object> settings,
            Path avatars,
            Path models,
            SetupChild child,
            KafkaWriter writer,
            Consumer<String> log) {
        this.settings = settings;
        this.avatars = avatars;
        this.queue = new SetupQueue(new SetupWorker(avatars, models, child, writer, InstantSource.system(), log));
        this.deadLetters = new DeadLetters(writer);
    }

    private static SetupChild child(JavaProgram program, Path avatars, Path models, Consumer<String> log) {
        Confinement confinement = Confinement.ofThisMachine();
        log.accept(confinement.remark());
        return new SetupChild(program, confinement, SetupChild.LIMITS, avatars, models, log);
    }

    /**
     * Listens until it is to stop, and gives back the running setup, which the next process starts again.
     *
     * @param isStopping called several times a second
     * @return false if the running setup did not end within its timeout
     */
    public boolean run(BooleanSupplier isStopping) throws InterruptedException {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            consumer.subscribe(List.of(Topics.SETUP_REQUESTS), new Rebalancing(consumer));
            while (!isStopping.getAsBoolean()) {
                turn(consumer);
            }
            boolean hasEnded = queue.giveBackAll();
            settle(consumer);
            return hasEnded;
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        }
    }

    private void turn(KafkaConsumer<String, byte[]> consumer) throws InterruptedException {
        if (queue.size() >= MAX_WAITING) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            take(record);
        }
        settle(consumer);
        queue.startNext();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        ledger.taken(partition, record.offset());
        try {
            SetupRequest request = read(record.value());
            if (request.action() == SetupAction.MAKE) {
                Upload.of(request, avatars);
                queue.add(new Job(request, partition, record.offset()));
                return;
            }
            queue.cancel(request.setup());
        } catch (AvatarException e) {
            deadLetters.publish(record, e).join();
        }
        ledger.done(partition, record.offset());
    }

    private static SetupRequest read(byte @Nullable [] value) {
        if (value == null) {
            throw new AvatarException(
                    ErrorCode.MALFORMED_RECORD, "Invalid setup request: found no value, expected JSON");
        }
        SetupRequest request = SetupRequest.fromBytes(value);
        if (!AvatarIds.isValid(request.avatar())) {
            throw new AvatarException(
                    ErrorCode.MALFORMED_RECORD,
                    "Invalid avatar id: found '%s', expected %s".formatted(request.avatar(), AvatarIds.RULE));
        }
        return request;
    }

    /** Commits the records of finished setups, then deletes their uploads. */
    private void settle(KafkaConsumer<String, byte[]> consumer) {
        List<Job> finished = queue.takeFinished();
        finished.forEach(job -> ledger.done(job.partition(), job.offset()));
        Map<TopicPartition, OffsetAndMetadata> offsets = ledger.toCommit();
        if (!offsets.isEmpty()) {
            try {
                consumer.commitSync(offsets, COMMIT_TIMEOUT);
                ledger.committed(offsets);
            } catch (KafkaException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Offsets not committed, trying again with the next poll: {0}",
                        e.getMessage());
            }
        }
        // Only now: a process that takes the request again needs the upload.
        finished.forEach(job -> delete(Upload.of(job.request(), avatars)));
    }

    private static void delete(Upload upload) {
        try {
            upload.delete();
        } catch (UncheckedIOException e) {
            // The compositor deletes old uploads.
            LOG.log(System.Logger.Level.WARNING, "Upload not deleted: {0}", e.getMessage());
        }
    }

    /** The settings of the consumer. */
    static Map<String, Object> settings(String bootstrapServers) {
        Map<String, Object> settings = BrokerSettings.of(bootstrapServers, System.getenv());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        // Requests that were sent while no setup-job listened are made, too.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // An additional listener interrupts only setups whose partition moves to it.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        // How long until the partitions of a killed process are reassigned; 45 s by default.
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return settings;
    }

    /** Gives back jobs before another process owns their partitions. */
    private final class Rebalancing implements ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> consumer;

        private Rebalancing(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // The next poll returns their records.
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            queue.giveBack(partitions);
            settle(consumer);
            ledger.forget(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            queue.giveBack(partitions);
            ledger.forget(partitions);
        }
    }
}

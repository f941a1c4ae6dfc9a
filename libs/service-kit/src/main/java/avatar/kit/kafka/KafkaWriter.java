package avatar.kit.kafka;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to Kafka: within a timeout, either all in-sync replicas of the topic have a record, or writing it has
 * failed. Thread-safe for threads that may block; no call waits for another's record.
 */
public final class KafkaWriter implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(KafkaWriter.class.getName());

    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    /** A process that stops does not wait for a broker that is away. */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    /** The default of Kafka's own clients. */
    private static final int DEFAULT_RECORD_BYTES = 1 << 20;

    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(10);

    private final AtomicLong nextReport = new AtomicLong(System.nanoTime());
    private final Duration timeout;
    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<String, byte[]> producer;

    /** A writer of records up to 1 MiB. */
    public KafkaWriter(Map<String, Object> broker, Duration timeout) {
        this(broker, timeout, DEFAULT_RECORD_BYTES);
    }

    /**
     * A writer that connects on first use.
     *
     * @param broker {@code bootstrap.servers} and other settings of the connection
     * @param timeout for writing a record
     * @param maxRecordBytes maximum size of a record; its topic must accept as much
     */
    public KafkaWriter(Map<String, Object> broker, Duration timeout, int maxRecordBytes) {
        this(broker, timeout, maxRecordBytes, Duration.ZERO);
    }

    /** A writer of records up to 1 MiB that waits so long for others, to send them together. */
    public KafkaWriter(Map<String, Object> broker, Duration timeout, Duration linger) {
        this(broker, timeout, DEFAULT_RECORD_BYTES, linger);
    }

    private KafkaWriter(Map<String, Object> broker, Duration timeout, int maxRecordBytes, Duration linger) {
        this.timeout = timeout;
        // Half of the time is for finding the partition's leader, half for its answer.
        int half = Math.toIntExact(timeout.toMillis() / 2);
        settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, Math.toIntExact(linger.toMillis()));
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxRecordBytes);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, half);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, half);
        // Kafka requires that waiting and calling fit into the delivery.
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(Math.min(half - linger.toMillis(), LONGEST_CALL.toMillis())));
    }

    /**
     * Connects, so that the first record is not slower than others; does nothing while Kafka is unreachable.
     *
     * @param topic of the first record
     */
    public void connect(String topic) {
        try {
            producer().partitionsFor(topic);
        } catch (KafkaException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not connected yet topic=%s error=%s".formatted(topic, e.getMessage()));
        }
    }

    /**
     * Checks the broker's address, without connecting.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_REQUEST} if the address is invalid
     */
    public void requireAddress() {
        try {
            producer();
        } catch (KafkaException e) {
            throw new AvatarException(
                    ErrorCode.INVALID_REQUEST,
                    "Invalid address of a Kafka broker: found '%s', expected host:port".formatted(address()),
                    e);
        }
    }

    /**
     * Writes one record, and returns when Kafka has stored it.
     *
     * @param value null for a record that deletes its key from a compacted topic
     * @throws AvatarException {@link ErrorCode#KAFKA_UNAVAILABLE} if Kafka did not confirm it within the timeout
     */
    public void write(String topic, String key, byte @Nullable [] value) {
        write(new ProducerRecord<>(topic, key, value));
    }

    /** As {@link #write(String, String, byte[])}. */
    public void write(ProducerRecord<String, byte[]> written) {
        try {
            producer().send(written).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw unavailable(written.topic(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(written.topic(), e);
        }
    }

    /**
     * Sends one record; blocks only until Kafka is found. Records of one caller are written in order.
     *
     * @return completes when Kafka has stored the record, fails with an {@link AvatarException} ({@link
     *     ErrorCode#KAFKA_UNAVAILABLE}) if it did not confirm it within the timeout
     */
    public CompletableFuture<Void> send(ProducerRecord<String, byte[]> sent) {
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        try {
            Future<RecordMetadata> _ = producer().send(sent, (_, failure) -> {
                if (failure == null) {
                    arrived.complete(null);
                } else {
                    arrived.completeExceptionally(unavailable(sent.topic(), failure));
                }
            });
        } catch (KafkaException e) {
            arrived.completeExceptionally(unavailable(sent.topic(), e));
        }
        return arrived;
    }

    /** Waits until all sent records are written or have failed. */
    public void flush() {
        producer().flush();
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(timeout.compareTo(LONGEST_CLOSE) < 0 ? timeout : LONGEST_CLOSE);
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        KafkaProducer<String, byte[]> connected = producer;
        if (connected == null) {
            connected = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = connected;
        }
        return connected;
    }

    private @Nullable Object address() {
        return settings.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG);
    }

    private AvatarException unavailable(String topic, Exception failure) {
        Throwable cause = failure.getCause();
        String reason =
                failure instanceof ExecutionException && cause != null ? cause.getMessage() : failure.getMessage();
        report(topic, reason);
        return new AvatarException(
                ErrorCode.KAFKA_UNAVAILABLE,
                "Kafka did not take a record for '%s' within %d ms; try again later"
                        .formatted(topic, timeout.toMillis()),
                failure);
    }

    /** The address and the reason are for who runs the service, not for who calls it; seldom, as every record fails. */
    private void report(String topic, @Nullable String reason) {
        long now = System.nanoTime();
        long next = nextReport.get();
        if (now - next >= 0 && nextReport.compareAndSet(next, now + REPORT_INTERVAL.toNanos())) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Kafka does not take records address=%s topic=%s error=%s".formatted(address(), topic, reason));
        }
    }
}

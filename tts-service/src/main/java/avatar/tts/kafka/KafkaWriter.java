package avatar.tts.kafka;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to one topic, and returns when all of its replicas have them or the patience is used up. Anyone may call
 * it, from any thread that may block; nobody waits for another's record.
 */
public final class KafkaWriter implements AutoCloseable {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    /** As Kafka's own clients have it. */
    private static final int USUAL_RECORD_BYTES = 1 << 20;

    private final String topic;
    private final Duration patience;
    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<String, byte[]> producer;

    /** A writer of records up to 1 MiB. */
    public KafkaWriter(Map<String, Object> broker, String topic, Duration patience) {
        this(broker, topic, patience, USUAL_RECORD_BYTES);
    }

    /**
     * Makes a writer; it connects when it is first used.
     *
     * @param broker {@code bootstrap.servers}, and what else reaching the broker takes
     * @param patience how long Kafka may take
     * @param largestRecord in bytes; the topic must take as much
     */
    public KafkaWriter(Map<String, Object> broker, String topic, Duration patience, int largestRecord) {
        this.topic = topic;
        this.patience = patience;
        // Half the patience for finding the partition's leader, half for its answer.
        int half = Math.toIntExact(patience.toMillis() / 2);
        settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largestRecord);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, half);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, half);
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(half, Math.toIntExact(LONGEST_CALL.toMillis())));
    }

    /** Connects, so that the first record is as fast as the next; does nothing while Kafka is away. */
    public void connect() {
        try {
            producer().partitionsFor(topic);
        } catch (KafkaException e) {
            Log.debugf("Not connected yet topic=%s error=%s", topic, e.getMessage());
        }
    }

    /**
     * Writes one record.
     *
     * @throws AvatarException {@link ErrorCode#KAFKA_UNAVAILABLE} if Kafka did not say that it has it
     */
    public void write(String key, byte[] value) {
        try {
            producer().send(new ProducerRecord<>(topic, key, value)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(patience);
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

    private AvatarException unavailable(Exception failure) {
        Throwable cause = failure.getCause();
        String reason =
                failure instanceof ExecutionException && cause != null ? cause.getMessage() : failure.getMessage();
        return new AvatarException(
                ErrorCode.KAFKA_UNAVAILABLE,
                "Kafka at %s did not take a record for '%s' within %d ms: %s"
                        .formatted(
                                settings.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG),
                                topic,
                                patience.toMillis(),
                                reason),
                failure);
    }
}

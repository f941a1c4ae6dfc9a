package avatar.tts.kafka;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
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
 * Writes records to Kafka, and returns when all of its replicas have them or the patience is used up. Anyone may call it,
 * from any thread that may block; nobody waits for another's record.
 */
public final class KafkaWriter implements AutoCloseable {

    private final Map<String, Object> settings;
    private final Duration patience;
    private @Nullable KafkaProducer<String, byte[]> producer;

    /**
     * Makes a writer; it connects when it is first used.
     *
     * @param broker {@code bootstrap.servers}, and what else reaching the broker takes
     * @param patience how long Kafka may take
     */
    public KafkaWriter(Map<String, Object> broker, Duration patience) {
        this.patience = patience;
        int half = Math.toIntExact(patience.toMillis() / 2);
        settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // Half the patience for finding the partition's leader, half for its answer.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, half);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, half);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(half, 10_000));
    }

    /**
     * Writes one record.
     *
     * @throws AvatarException {@link ErrorCode#KAFKA_UNAVAILABLE} if Kafka did not say that it has it
     */
    public void write(String topic, String key, byte[] value) {
        try {
            producer().send(new ProducerRecord<>(topic, key, value)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw unavailable(topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(topic, e);
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

    private AvatarException unavailable(String topic, Exception cause) {
        String reason = cause instanceof ExecutionException && cause.getCause() != null
                ? cause.getCause().getMessage()
                : cause.getMessage();
        return new AvatarException(
                ErrorCode.KAFKA_UNAVAILABLE,
                "Kafka at %s did not take the record for '%s' within %d ms: %s"
                        .formatted(
                                settings.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG),
                                topic,
                                patience.toMillis(),
                                reason),
                cause);
    }
}

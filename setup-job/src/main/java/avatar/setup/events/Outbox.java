package avatar.setup.events;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records on their way to Kafka, each of which is given up after {@link #PATIENCE}. Anyone may call. */
public final class Outbox implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaProducer<String, byte[]> producer;

    /**
     * Begins to connect.
     *
     * @param bootstrapServers host:port, several with commas between
     * @throws org.apache.kafka.common.KafkaException if that is no address
     */
    public Outbox(String bootstrapServers) {
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

    /** Sends without waiting, but for Kafka to be found; records of one caller arrive in their order. */
    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
        return producer.send(record, callback);
    }

    /** Waits until what was sent has arrived, or was given up. */
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}

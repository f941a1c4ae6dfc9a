package avatar.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.contract.speech.Topics;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes invalid records on {@code dead-letters}, with the reason in the headers that SmallRye uses, too. */
public final class DeadLetters {

    private static final System.Logger LOG = System.getLogger(DeadLetters.class.getName());

    private final KafkaWriter writer;

    /**
     * Dead letters of a consumer.
     *
     * @param writer of records as large as any on the topics that are read
     */
    public DeadLetters(KafkaWriter writer) {
        this.writer = writer;
    }

    /** Completes when Kafka has the record, or did not take it within the writer's timeout, which is logged. */
    public CompletableFuture<Void> publish(ConsumerRecord<String, byte[]> invalid, Exception reason) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Invalid record, published on dead-letters topic=%s offset=%d error=%s"
                        .formatted(invalid.topic(), invalid.offset(), reason.getMessage()));
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topics.DEAD_LETTERS, invalid.key(), invalid.value());
        Map.of(
                        "dead-letter-reason", String.valueOf(reason.getMessage()),
                        "dead-letter-cause", reason.getClass().getName(),
                        "dead-letter-topic", invalid.topic(),
                        "dead-letter-partition", Integer.toString(invalid.partition()),
                        "dead-letter-offset", Long.toString(invalid.offset()))
                .forEach((header, value) -> letter.headers().add(header, value.getBytes(UTF_8)));
        return writer.send(letter).exceptionally(failure -> {
            LOG.log(System.Logger.Level.ERROR, "An invalid record is lost: dead-letters did not take it", failure);
            return null;
        });
    }
}

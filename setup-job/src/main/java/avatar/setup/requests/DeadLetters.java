package avatar.setup.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.contract.speech.Topics;
import avatar.kit.kafka.KafkaWriter;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Publishes invalid records on {@code dead-letters}, with the reason in the headers that the other services use, too.
 */
final class DeadLetters {

    private static final System.Logger LOG = System.getLogger(DeadLetters.class.getName());

    private final KafkaWriter writer;

    DeadLetters(KafkaWriter writer) {
        this.writer = writer;
    }

    /** Returns when Kafka has the record, or did not take it within the writer's timeout. */
    void publish(ConsumerRecord<String, byte[]> invalid, Exception reason) throws InterruptedException {
        LOG.log(
                System.Logger.Level.WARNING,
                "Invalid request, published on dead-letters offset={0} error={1}",
                invalid.offset(),
                reason.getMessage());
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topics.DEAD_LETTERS, invalid.key(), invalid.value());
        Map.of(
                        "dead-letter-reason", String.valueOf(reason.getMessage()),
                        "dead-letter-cause", reason.getClass().getName(),
                        "dead-letter-topic", invalid.topic(),
                        "dead-letter-partition", Integer.toString(invalid.partition()),
                        "dead-letter-offset", Long.toString(invalid.offset()))
                .forEach((header, value) -> letter.headers().add(header, value.getBytes(UTF_8)));
        try {
            writer.send(letter).get();
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.ERROR, "An invalid request is lost: dead-letters did not take it", e);
        }
    }
}

package avatar.setup.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.contract.speech.Topics;
import avatar.setup.events.Outbox;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Where records go that can't be read, with the reason in the headers that the other services use, too. */
final class DeadLetters {

    private static final System.Logger LOG = System.getLogger(DeadLetters.class.getName());

    private final Outbox outbox;

    DeadLetters(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Returns when it is there. */
    void bury(ConsumerRecord<String, byte[]> record, Exception reason) throws InterruptedException {
        LOG.log(
                System.Logger.Level.WARNING,
                "Request can''t be read, goes to the dead letters offset={0} error={1}",
                record.offset(),
                reason.getMessage());
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(Topics.DEAD_LETTERS, record.key(), record.value());
        Map.of(
                        "dead-letter-reason", String.valueOf(reason.getMessage()),
                        "dead-letter-cause", reason.getClass().getName(),
                        "dead-letter-topic", record.topic(),
                        "dead-letter-partition", Integer.toString(record.partition()),
                        "dead-letter-offset", Long.toString(record.offset()))
                .forEach((header, value) -> letter.headers().add(header, value.getBytes(UTF_8)));
        try {
            outbox.send(letter, (_, _) -> {}).get();
        } catch (ExecutionException | KafkaException e) {
            LOG.log(System.Logger.Level.ERROR, "A record that can't be read was lost", e);
        }
    }
}

package avatar.setup.requests;

import avatar.contract.setup.SetupEvent;
import avatar.contract.setup.SetupRequest;
import avatar.contract.speech.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of setup as the compositor writes and reads them: everything since the broker was started. */
public final class SetupTopics implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> received = new ArrayList<>();

    public SetupTopics(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(Topics.SETUP_EVENTS, Topics.DEAD_LETTERS)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public void send(SetupRequest request) {
        send(request.avatar(), request.toBytes());
    }

    /** Returns when the broker has it. */
    public void send(String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(Topics.SETUP_REQUESTS, key, value))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The records received until now. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        consumer.poll(Duration.ofMillis(100)).forEach(received::add);
        return received.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    /** The events of a setup until now, in order. */
    public List<SetupEvent> events(String setup) {
        return records(Topics.SETUP_EVENTS).stream()
                .map(record -> SetupEvent.fromBytes(record.value()))
                .filter(event -> setup.equals(event.setup()))
                .toList();
    }

    /** The latest event of a setup: state, code and detail. */
    public String latest(String setup) {
        List<SetupEvent> events = events(setup);
        if (events.isEmpty()) {
            return "unknown";
        }
        SetupEvent last = events.getLast();
        return "%s %s %s".formatted(last.state().label(), last.code(), last.detail());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        consumer.close();
    }
}

package avatar.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.Topics;
import avatar.launcher.broker.BrokerProcess;
import avatar.launcher.process.Ports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker, and where there is none. */
class KafkaWriterTest {

    private static final Duration SHORT = Duration.ofMillis(600);

    @TempDir
    Path folder;

    @Test
    void recordsOfAKeyAreOnTheirTopicInOrderHoweverTheyAreWritten() {
        try (BrokerProcess broker = BrokerProcess.start(folder, 0)) {
            try (KafkaWriter writer = new KafkaWriter(settings(broker.bootstrapServers()), Duration.ofSeconds(20));
                    BackgroundWriter background = new BackgroundWriter(
                            new KafkaWriter(settings(broker.bootstrapServers()), Duration.ofSeconds(20)),
                            Topics.SPEECH_EVENTS,
                            10)) {
                writer.connect(Topics.SPEECH_EVENTS);
                writer.write(Topics.SPEECH_EVENTS, "main", bytes("1"));
                writer.send(new ProducerRecord<>(Topics.SPEECH_EVENTS, "main", bytes("2")))
                        .join();
                background.write("main", bytes("3"), failure -> {});
                background.write("main", bytes("4"), failure -> {});
            }

            assertThat(values(broker.bootstrapServers(), 4)).containsExactly("1", "2", "3", "4");
        }
    }

    @Test
    void recordsThatWaitForOthersAreWritten() {
        try (BrokerProcess broker = BrokerProcess.start(folder, 0)) {
            try (BackgroundWriter lingering = new BackgroundWriter(
                    new KafkaWriter(settings(broker.bootstrapServers()), Duration.ofSeconds(4), Duration.ofMillis(50)),
                    Topics.SPEECH_EVENTS,
                    10)) {
                lingering.write("main", bytes("1"), failure -> {});
                lingering.write("main", bytes("2"), failure -> {});

                lingering.written().toCompletableFuture().join();
                assertThat(values(broker.bootstrapServers(), 2)).containsExactly("1", "2");
            }
        }
    }

    @Test
    void withoutABrokerTheCallerGetsAnErrorWithinTheTimeout() {
        try (KafkaWriter writer = new KafkaWriter(settings("127.0.0.1:" + Ports.free()), SHORT)) {
            assertThatThrownBy(() -> writer.write(Topics.SPEECH_EVENTS, "main", bytes("1")))
                    .isInstanceOfSatisfying(
                            AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.KAFKA_UNAVAILABLE))
                    .hasMessage("Kafka did not take a record for 'speech-events' within 600 ms; try again later");
            assertThatThrownBy(() -> writer.send(new ProducerRecord<>(Topics.SPEECH_EVENTS, "main", bytes("2")))
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(AvatarException.class);
        }
    }

    @Test
    void backgroundWriterReportsWhatItLosesAndNobodyWaits() throws InterruptedException {
        BlockingQueue<Throwable> lost = new LinkedBlockingQueue<>();
        try (BackgroundWriter background = new BackgroundWriter(
                new KafkaWriter(settings("127.0.0.1:" + Ports.free()), SHORT), Topics.SPEECH_EVENTS, 2)) {
            for (int i = 0; i < 5; i++) {
                background.write("main", bytes("x"), lost::add);
            }

            for (int i = 0; i < 5; i++) {
                assertThat(lost.poll(20, TimeUnit.SECONDS)).isNotNull();
            }
        }
    }

    @Test
    void addressThatIsNoneIsNamed() {
        try (KafkaWriter writer = new KafkaWriter(settings("nowhere"), SHORT)) {
            assertThatThrownBy(writer::requireAddress)
                    .isInstanceOfSatisfying(
                            AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                    .hasMessage("Invalid address of a Kafka broker: found 'nowhere', expected host:port");
        }
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        return Map.of("bootstrap.servers", bootstrapServers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> values(String bootstrapServers, int count) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                settings(bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.SPEECH_EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<String> values = new ArrayList<>();
            for (int poll = 0; poll < 100 && values.size() < count; poll++) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(found -> values.add(new String(found.value(), StandardCharsets.UTF_8)));
            }
            return values;
        }
    }
}

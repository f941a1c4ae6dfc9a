package avatar.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.speech.Topics;
import avatar.launcher.broker.BrokerProcess;
import avatar.launcher.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker. */
class TopicReaderTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Map<String, Integer>> partitions = new CompletableFuture<>();

    @Test
    void earlierAndLaterRecordsAreHandledByTheTimeItHasCaughtUp() throws Exception {
        try (BrokerProcess broker = BrokerProcess.start(folder, 0);
                KafkaWriter writer = new KafkaWriter(settings(broker.port()), TIMEOUT)) {
            write(writer, "before");
            try (TopicReader reader = reader(broker.port())) {
                awaitCaughtUp(reader);
                assertThat(seen).containsExactly("before");

                write(writer, "after");
                awaitCaughtUp(reader);
                assertThat(seen).containsExactly("before", "after");
                assertThat(partitions.join()).containsExactly(Map.entry(Topics.CHANNELS, 4));
            }
        }
    }

    @Test
    void recordThatCannotBeHandledIsSkipped() throws Exception {
        try (BrokerProcess broker = BrokerProcess.start(folder, 0);
                KafkaWriter writer = new KafkaWriter(settings(broker.port()), TIMEOUT);
                TopicReader reader = reader(broker.port())) {
            write(writer, "poison");
            write(writer, "good");

            awaitCaughtUp(reader);

            assertThat(seen).containsExactly("good");
        }
    }

    @Test
    void itWaitsForABrokerThatStartsLater() throws Exception {
        int port = Ports.free();
        try (TopicReader reader = reader(port);
                BrokerProcess broker = BrokerProcess.start(folder, port);
                KafkaWriter writer = new KafkaWriter(settings(broker.port()), TIMEOUT)) {
            write(writer, "late");

            awaitCaughtUp(reader);

            assertThat(seen).containsExactly("late");
        }
    }

    private TopicReader reader(int port) {
        return new TopicReader(
                settings(port), "test-reader", Map.of(Topics.CHANNELS, this::handle), partitions::complete);
    }

    private void handle(ConsumerRecord<String, byte[]> message) {
        String value = new String(message.value(), UTF_8);
        if (value.equals("poison")) {
            throw new IllegalArgumentException("unreadable");
        }
        seen.add(value);
    }

    private static void write(KafkaWriter writer, String value) {
        writer.write(Topics.CHANNELS, "main", value.getBytes(UTF_8));
    }

    private static void awaitCaughtUp(TopicReader reader) throws Exception {
        reader.caughtUp().toCompletableFuture().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    private static Map<String, Object> settings(int port) {
        return Map.of("bootstrap.servers", "127.0.0.1:" + port);
    }
}

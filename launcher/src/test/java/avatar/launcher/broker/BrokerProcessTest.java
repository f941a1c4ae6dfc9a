package avatar.launcher.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.speech.Topics;
import avatar.launcher.process.LaunchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessTest {

    // Held here, or the level is lost with the logger.
    private static final Logger CLIENT_LOG = Logger.getLogger("org.apache.kafka");

    static {
        CLIENT_LOG.setLevel(Level.WARNING);
    }

    @TempDir
    Path folder;

    @Test
    void hasTheTopicsOfTheContractWhenStartReturns() throws Exception {
        try (BrokerProcess broker = BrokerProcess.start(folder, 0);
                Admin admin = Admin.create(clientSettings(broker))) {
            assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS))
                    .containsExactlyInAnyOrderElementsOf(Topics.ALL);
            assertThat(admin.describeTopics(List.of(Topics.SPEECH_SEGMENTS))
                            .allTopicNames()
                            .get(10, TimeUnit.SECONDS)
                            .values())
                    .singleElement()
                    .satisfies(topic -> assertThat(topic.partitions()).hasSize(4));
        }
    }

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilledAndStartedAgain() throws Exception {
        BrokerProcess first = BrokerProcess.start(folder, 0);
        send(first, Topics.SPEECH_REQUESTS, "before the end");
        first.process().stop(Duration.ZERO);

        try (BrokerProcess second = BrokerProcess.start(folder, first.port())) {
            send(second, Topics.SPEECH_REQUESTS, "after it");

            assertThat(second.bootstrapServers()).isEqualTo(first.bootstrapServers());
            assertThat(receive(second, Topics.SPEECH_REQUESTS, 2)).containsExactly("before the end", "after it");
        }
    }

    @Test
    void takesARecordOfAMinuteOfSpeech() throws Exception {
        String minute = "a".repeat(60 * 16_000 * 2);

        try (BrokerProcess broker = BrokerProcess.start(folder, 0)) {
            send(broker, Topics.SPEECH_SEGMENTS, minute);

            assertThat(receive(broker, Topics.SPEECH_SEGMENTS, 1)).containsExactly(minute);
        }
    }

    @Test
    void isGoneAfterClose() {
        BrokerProcess broker = BrokerProcess.start(folder, 0);

        broker.close();
        broker.close();

        assertThat(broker.process().isAlive()).isFalse();
    }

    @Test
    void saysWhyItDidNotStart() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> BrokerProcess.start(folder, taken.getLocalPort()))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageStartingWith(
                            "kafka ended with exit code 1; the end of %s:", folder.resolve("broker.log"))
                    .hasMessageEndingWith("The broker did not start: java.net.BindException: Address already in use");
        }
    }

    private static Properties clientSettings(BrokerProcess broker) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "acks", "all",
                "max.request.size", 1 << 24,
                "group.id", "test",
                "auto.offset.reset", "earliest"));
        return settings;
    }

    private static void send(BrokerProcess broker, String topic, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(clientSettings(broker), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "main", value)).get(20, TimeUnit.SECONDS);
        }
    }

    private static List<String> receive(BrokerProcess broker, String topic, int count) {
        List<String> values = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        try (var consumer =
                new KafkaConsumer<>(clientSettings(broker), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (values.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(received -> values.add(received.value()));
            }
        }
        return values;
    }
}

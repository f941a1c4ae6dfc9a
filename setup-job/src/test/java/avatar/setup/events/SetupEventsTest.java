package avatar.setup.events;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupEvent;
import avatar.contract.setup.SetupState;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.KafkaWriter;
import avatar.launcher.broker.BrokerProcess;
import avatar.launcher.process.Ports;
import avatar.setup.progress.Stage;
import avatar.setup.progress.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupEventsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void stepsAndTheEndAreOnTheTopicInOrder() {
        try (BrokerProcess broker = BrokerProcess.start(folder, 0)) {
            try (KafkaWriter writer = SetupEvents.writer(broker.bootstrapServers())) {
                SetupEvents events = new SetupEvents(writer, () -> NOW, "s1", "anna");
                events.publish(new Step(Stage.FIND, 0, 0, null));
                events.publish(new Step(Stage.LOOP, 0.5, 0.66, Duration.ofMillis(2500)));
                events.publish(SetupState.DONE, "Avatar 'anna' written");
            }

            List<SetupEvent> received = received(broker, 3);

            assertThat(received)
                    .extracting(SetupEvent::state)
                    .containsExactly(SetupState.RUNNING, SetupState.RUNNING, SetupState.DONE);
            assertThat(received).extracting(SetupEvent::setup).containsOnly("s1");
            assertThat(received).extracting(SetupEvent::at).containsOnly(NOW);
            assertThat(received).extracting(SetupEvent::percent).containsExactly(0, 66, 100);
            assertThat(received.get(1).stage()).isEqualTo("Writing the loop");
            assertThat(received.get(1).secondsLeft()).isEqualTo(2.5);
            assertThat(received.getLast().detail()).isEqualTo("Avatar 'anna' written");
        }
    }

    @Test
    void withoutKafkaTheSetupContinues() {
        try (KafkaWriter writer = SetupEvents.writer("127.0.0.1:" + Ports.free())) {
            SetupEvents events = new SetupEvents(writer, () -> NOW, null, "anna");
            events.publish(new Step(Stage.FIND, 0, 0, null));
            events.fail(ErrorCode.NO_FACE, "No face");

            assertThat(events.awaitPublished()).isFalse();
        }
    }

    private static List<SetupEvent> received(BrokerProcess broker, int count) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.SETUP_EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<SetupEvent> events = new ArrayList<>();
            for (int poll = 0; poll < 100 && events.size() < count; poll++) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    assertThat(record.key()).isEqualTo("anna");
                    events.add(SetupEvent.fromBytes(record.value()));
                }
            }
            return events;
        }
    }
}

package avatar.launcher.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.speech.Topics;
import avatar.launcher.process.Family;
import avatar.launcher.process.Healer;
import avatar.launcher.process.LogFile;
import avatar.launcher.process.Ports;
import avatar.launcher.process.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker on a real, small file system that gets full. */
class FullDiskTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final byte[] RECORD = new byte[1 << 20];

    @TempDir
    Path folder;

    private final Family family = new Family();
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final int port = Ports.free();
    private Path disk = Path.of("");

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=128m", "none", disk.toString()) == 0,
                "skipped: mounting a small file system needs the rights of root");
    }

    @AfterEach
    void unmount() throws Exception {
        family.close();
        run("umount", "-l", disk.toString());
    }

    @Test
    void brokerThatDiedOfAFullDiskIsStartedAgainOnceThereIsRoom() throws Exception {
        Path records = disk.resolve("kafka");
        LogFile log = LogFile.fresh(folder.resolve("broker.log"));
        Program program = new Program(
                "kafka",
                0,
                true,
                log.path(),
                () -> BrokerProcess.lackOfRoom(records),
                next -> BrokerProcess.launch(records, port, next, List.of()).process());
        BrokerProcess first = BrokerProcess.launch(records, port, log, List.of());
        first.awaitReady();
        Healer healer = new Healer(family, reports::add);
        healer.watch(program, family.adopt(program, first.process()));

        Path ballast = disk.resolve("ballast");
        fill(ballast);
        writeUntilItDies(first);

        await().atMost(TIMEOUT).until(() -> !reports.isEmpty());
        assertThat(reports)
                .singleElement()
                .asString()
                .contains("; it is started again when this is over: the disk of " + records + " is full; found ");

        Files.delete(ballast);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThatCode(this::send).doesNotThrowAnyException());
        assertThat(reports).as("it was not tried before there was room").hasSize(1);
    }

    private void fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(RECORD);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private void writeUntilItDies(BrokerProcess broker) {
        await().atMost(TIMEOUT).until(() -> {
            try {
                send();
            } catch (Exception e) {
                // What it is for.
            }
            return !broker.process().isAlive();
        });
    }

    private void send() throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "acks",
                "all",
                "max.request.size",
                1 << 24,
                "max.block.ms",
                2_000,
                "request.timeout.ms",
                2_000,
                "delivery.timeout.ms",
                2_000,
                "linger.ms",
                0);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.SPEECH_SEGMENTS, new byte[] {1}, RECORD))
                    .get(5, TimeUnit.SECONDS);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}

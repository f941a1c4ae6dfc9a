package avatar.setup.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.setup.SetupEvent;
import avatar.contract.setup.SetupRequest;
import avatar.contract.setup.SetupState;
import avatar.contract.speech.Topics;
import avatar.faces.clips.Clips;
import avatar.faces.video.BgrImage;
import avatar.kit.kafka.KafkaWriter;
import avatar.launcher.broker.BrokerProcess;
import avatar.setup.SetupProcess;
import avatar.setup.events.SetupEvents;
import avatar.setup.isolation.Confinement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker, with real videos and pictures. */
@SuppressWarnings("NullAway.Init") // before each
class RequestListenerTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @TempDir
    static Path brokerFolder;

    @TempDir
    Path avatars;

    private static BrokerProcess broker;

    private Requests requests;
    private SetupTopics topics;
    private KafkaWriter writer;
    private final AtomicBoolean isStopping = new AtomicBoolean();
    private FutureTask<Boolean> listening;

    @BeforeAll
    static void startBroker() {
        broker = BrokerProcess.start(brokerFolder, 0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void listen() {
        requests = new Requests(avatars);
        topics = new SetupTopics(broker.bootstrapServers());
        writer = SetupEvents.writer(broker.bootstrapServers());
        Map<String, Object> settings = RequestListener.settings(broker.bootstrapServers());
        // A setup takes longer than that.
        settings.put("max.poll.interval.ms", 2000);
        Path models = avatars.resolve("none");
        SetupChild child = new SetupChild(
                SetupProcess.program(SabotagedSetup.class),
                Confinement.ofThisMachine(),
                SetupChild.LIMITS,
                avatars,
                models,
                line -> {});
        RequestListener listener = new RequestListener(settings, avatars, models, child, writer, line -> {});
        listening = new FutureTask<>(() -> listener.run(isStopping::get));
        Thread.ofPlatform().daemon().start(listening);
    }

    @AfterEach
    void stop() throws Exception {
        isStopping.set(true);
        assertThat(listening.get(20, TimeUnit.SECONDS)).isTrue();
        writer.close();
        topics.close();
    }

    @Test
    void pictureBecomesAnAvatarOnceHoweverLongThatTakes() throws IOException {
        Path upload = requests.upload("anna", "Anna.png");
        ImageIO.write(Clips.presenter().getFirst().toBufferedImage(), "png", upload.toFile());

        topics.send(Requests.make(
                "anna", "anna", SetupRequest.sourceOf("anna", "Anna.png"), null, SetupRequest.MIDDLE_FRAME));
        awaitLatest("anna", "done");

        AvatarBundle bundle = AvatarBundle.open(avatars.resolve("anna"));
        assertThat(bundle.manifest().source().file()).isEqualTo("Anna.png");
        assertThat(bundle.manifest().referenceFrame())
                .isEqualTo(bundle.manifest().frameCount() / 2);
        List<SetupEvent> events = topics.events("anna");
        assertThat(events).first().extracting(SetupEvent::state).isEqualTo(SetupState.QUEUED);
        assertThat(events)
                .extracting(SetupEvent::percent)
                .as("never started again")
                .isSorted();
        assertThat(events)
                .filteredOn(event -> event.state() == SetupState.RUNNING)
                .hasSizeGreaterThan(3)
                .allSatisfy(event -> assertThat(event.stage()).isNotBlank());
        awaitNoUploads();
    }

    @Test
    void cancelledSetupEndsWhetherItWaitsOrRuns() throws IOException {
        Clips.writeStill(requests.upload("first", "first.mp4"), 150);
        Clips.writeStill(requests.upload("second", "second.mp4"), 2);
        topics.send(Requests.make("first", "first.mp4"));
        topics.send(Requests.make("second", "second.mp4"));
        awaitLatest("first", "running");
        awaitLatest("second", "queued");

        topics.send(Requests.cancel("second"));
        awaitLatest("second", "cancelled");
        assertThat(topics.latest("first")).startsWith("running");
        topics.send(Requests.cancel("first"));
        awaitLatest("first", "cancelled");

        awaitNoUploads();
        assertThat(avatars).isDirectoryNotContaining(path -> !path.endsWith(".uploads"));
        assertThat(topics.events("second")).extracting(SetupEvent::state).doesNotContain(SetupState.RUNNING);
    }

    @Test
    void setupThatFailsIsPublishedWithItsReasonAndTheNextStarts() throws IOException {
        Files.writeString(requests.upload("letter", "letter.mp4"), "Dear video");
        Clips.write(requests.upload("wall", "wall.mp4"), RequestListenerTest::grey);
        Clips.writeStill(requests.upload("talker", "talker.mp4"), 2);
        Clips.writeStill(requests.upload("early", "early.mp4"), 2);

        topics.send("poison", "no JSON".getBytes(UTF_8));
        topics.send(Requests.make("thief", "thief", "../../etc/passwd", null, null));
        topics.send(Requests.make("odd", "No Id", SetupRequest.sourceOf("odd", "odd.mp4"), null, null));
        topics.send(Requests.make("letter", "letter.mp4"));
        topics.send(Requests.make("wall", "wall.mp4"));
        topics.send(
                Requests.make("talker", "talker", SetupRequest.sourceOf("talker", "talker.mp4"), "sadtalker", null));
        topics.send(Requests.make("early", "early", SetupRequest.sourceOf("early", "early.mp4"), null, -7));
        topics.send(Requests.make("lost", "lost.mp4"));

        awaitLatest("letter", "failed UNREADABLE_VIDEO \"letter.mp4\"");
        awaitLatest("wall", "failed NO_FACE No face in 0.5 s of pictures");
        awaitLatest("talker", "failed MODEL_MISSING");
        awaitLatest("early", "failed INVALID_FRAME Invalid frame: found -7");
        awaitLatest("lost", "failed UNREADABLE_VIDEO The upload \"lost.mp4\" is missing");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(topics.records(Topics.DEAD_LETTERS))
                        .extracting(ConsumerRecord::key)
                        .contains("poison", "thief", "No Id"));
        assertThat(topics.records(Topics.DEAD_LETTERS)).allSatisfy(letter -> {
            assertThat(header(letter, "dead-letter-reason"))
                    .containsAnyOf("Not a SetupRequest", "expected a file in", "Invalid avatar id: found 'No Id'");
            assertThat(header(letter, "dead-letter-topic")).isEqualTo(Topics.SETUP_REQUESTS);
        });
        awaitNoUploads();
    }

    @Test
    void uploadThatCrashesItsProcessFailsAndTheNextIsMade() throws IOException {
        Clips.writeStill(requests.upload(SabotagedSetup.CRASHING, "bomb.mp4"), 2);
        Clips.writeStill(requests.upload("honest", "honest.mp4"), 2);

        topics.send(Requests.make(SabotagedSetup.CRASHING, "bomb.mp4"));
        topics.send(Requests.make("honest", "honest.mp4"));

        awaitLatest(
                SabotagedSetup.CRASHING,
                "failed SETUP_FAILED \"bomb.mp4\" crashed the program that reads it (SIGABRT)");
        awaitLatest("honest", "done");
        awaitNoUploads();
        assertThat(avatars)
                .isDirectoryNotContaining(path -> path.getFileName().toString().contains(SabotagedSetup.CRASHING));
    }

    @Test
    void avatarOfAnotherSourceIsNotReplaced() throws IOException {
        Clips.write(requests.upload("twin", "twin.mp4"), UnaryOperator.identity());
        topics.send(Requests.make("twin", "twin.mp4"));
        awaitLatest("twin", "done");
        awaitNoUploads();

        Clips.write(requests.upload("again", "twin.mp4"), UnaryOperator.identity());
        topics.send(Requests.make("again", "twin", SetupRequest.sourceOf("again", "twin.mp4"), null, null));
        awaitLatest("again", "done null Avatar 'twin' is in");
        Clips.writeStill(requests.upload("other", "other.mp4"), 2);
        topics.send(Requests.make("other", "twin", SetupRequest.sourceOf("other", "other.mp4"), null, null));
        awaitLatest("other", "failed AVATAR_EXISTS Avatar 'twin' exists and was made of another source");
        assertThat(AvatarBundle.open(avatars.resolve("twin"))
                        .manifest()
                        .source()
                        .file())
                .isEqualTo("twin.mp4");
    }

    private void awaitLatest(String setup, String words) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(topics.latest(setup)).startsWith(words));
    }

    private void awaitNoUploads() {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(SetupRequest.uploadsIn(avatars)).isEmptyDirectory());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static BgrImage grey(BgrImage picture) {
        byte[] bgr = new byte[picture.bgr().length];
        Arrays.fill(bgr, (byte) 128);
        return new BgrImage(picture.width(), picture.height(), bgr);
    }
}

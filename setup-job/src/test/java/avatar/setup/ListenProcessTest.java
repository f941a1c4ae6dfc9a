package avatar.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.setup.SetupEvent;
import avatar.contract.setup.SetupRequest;
import avatar.contract.setup.SetupState;
import avatar.faces.clips.Clips;
import avatar.launcher.broker.BrokerProcess;
import avatar.setup.requests.Requests;
import avatar.setup.requests.SetupTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setup whose process ends before it is complete. */
class ListenProcessTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @TempDir
    Path temporary;

    @Test
    void setupOfAStoppedOrKilledProcessIsMadeByTheNextOne() throws Exception {
        Path avatars = temporary.resolve("avatars");
        Path upload = new Requests(avatars).upload("anna", "anna.mp4");
        Clips.writeStill(upload, 60);
        try (BrokerProcess broker = BrokerProcess.start(temporary.resolve("broker"), 0);
                SetupTopics topics = new SetupTopics(broker.bootstrapServers())) {
            topics.send(Requests.make("anna", "anna.mp4"));

            Process stopped = listen(avatars, broker);
            awaitRunning(topics, 0);
            stopped.destroy();
            assertThat(stopped.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(stopped.exitValue()).isEqualTo(143);
            awaitState(topics, SetupState.QUEUED);
            assertThat(upload).exists();
            assertThat(avatars).isDirectoryNotContaining(path -> !path.endsWith(".uploads"));

            Process killed = listen(avatars, broker);
            awaitRunning(topics, topics.events("anna").size());
            killed.destroyForcibly().waitFor();
            assertThat(upload).exists();

            Process last = listen(avatars, broker);
            awaitState(topics, SetupState.DONE);
            await().atMost(TIMEOUT)
                    .untilAsserted(
                            () -> assertThat(SetupRequest.uploadsIn(avatars)).isEmptyDirectory());
            last.destroy();
            assertThat(last.waitFor(20, TimeUnit.SECONDS)).isTrue();

            assertThat(AvatarBundle.open(avatars.resolve("anna")).manifest().frameCount())
                    .isPositive();
            assertThat(topics.events("anna"))
                    .extracting(SetupEvent::state)
                    .doesNotContain(SetupState.FAILED, SetupState.CANCELLED);
        }
    }

    private static Process listen(Path avatars, BrokerProcess broker) throws Exception {
        return SetupProcess.start("listen", "--avatars", avatars.toString(), "--events", broker.bootstrapServers());
    }

    private static void awaitRunning(SetupTopics topics, int after) {
        await().atMost(TIMEOUT)
                .until(() -> topics.events("anna").stream()
                        .skip(after)
                        .anyMatch(event -> event.state() == SetupState.RUNNING));
    }

    private static void awaitState(SetupTopics topics, SetupState state) {
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(topics.events("anna").getLast().state()).isEqualTo(state));
    }
}

package avatar.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import avatar.launcher.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpCommandTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final List<String> STOP_ORDER =
            List.of("setup-job", "web-ui", "compositor-service", "tts-service", "viseme-service");

    @TempDir
    Path root;

    private StandInInstallation installation;

    @SuppressWarnings("NullAway.Init") // by each test
    private RunningLauncher launcher;

    @BeforeEach
    void build() throws IOException {
        installation = StandInInstallation.in(root);
    }

    @AfterEach
    void stop() throws Exception {
        launcher.process().destroy();
        launcher.exitCode(TIMEOUT);
    }

    @Test
    void configuresEveryServiceWithTheAddressesOfTheOthers() throws Exception {
        launcher = RunningLauncher.start(installation);
        awaitSaid("Live Avatar speaks at http://127.0.0.1:%d/".formatted(launcher.port()));

        String broker = "kafka.bootstrap.servers=127.0.0.1:" + launcher.brokerPort();
        assertThat(settingsOf("tts-service"))
                .contains(broker, "avatar.viseme.url=http://127.0.0.1:" + (launcher.port() + 2));
        assertThat(settingsOf("compositor-service"))
                .contains(broker, "avatar.avatars.folder=" + root.resolve("data/avatars"))
                .contains("avatar.channel.avatar=default");
        assertThat(settingsOf("web-ui"))
                .contains("avatar.gateway.tts-url=http://127.0.0.1:" + (launcher.port() + 1))
                .contains("avatar.gateway.viseme-url=http://127.0.0.1:" + (launcher.port() + 2))
                .contains("avatar.gateway.compositor-url=http://127.0.0.1:" + (launcher.port() + 3));
        String place = " --avatars " + root.resolve("data/avatars");
        String events = " --events 127.0.0.1:%d".formatted(launcher.brokerPort());
        assertThat(installation.notes("setup")).containsExactly("default" + place + events);
        awaitListener();
        assertThat(installation.notes("listening"))
                .containsExactly("listen" + place + " --models " + root.resolve("data/models/sadtalker") + events);
    }

    @Test
    void keepsRunningWithoutSetupJobAndStartsItAgain() throws Exception {
        installation.behave("setup-job", "deaf");

        launcher = RunningLauncher.start(installation);

        awaitSaid("Live Avatar speaks");
        awaitSaid("setup-job ended with exit code 8");
        installation.behave("setup-job", "");
        awaitListener();
        assertThat(launcher.process().isAlive()).isTrue();
    }

    @Test
    void stopsEverythingInOrderOnASignal() throws Exception {
        launcher = RunningLauncher.start(installation);
        awaitSaid("Live Avatar speaks");
        awaitListener();

        launcher.process().destroy();

        assertThat(launcher.exitCode(TIMEOUT)).isEqualTo(128 + 15);
        assertThat(installation.notes("stopped")).isEqualTo(STOP_ORDER);
        assertNothingRuns();
    }

    @Test
    void keepsTheOrderWhenCtrlCReachesTheWholeProcessGroup() throws Exception {
        launcher = RunningLauncher.start(installation);
        awaitSaid("Live Avatar speaks");
        awaitListener();

        launcher.interruptGroup();

        assertThat(launcher.exitCode(TIMEOUT)).isEqualTo(128 + 2);
        assertThat(installation.notes("stopped")).isEqualTo(STOP_ORDER);
        assertThat(launcher.said()).doesNotContain("ended with exit code");
        assertNothingRuns();
    }

    @Test
    void leavesNothingRunningWhenItIsKilled() throws Exception {
        Assumptions.assumeTrue(hasDeathSignal(), "setpriv --pdeathsig is absent");
        launcher = RunningLauncher.start(installation);
        awaitSaid("Live Avatar speaks");

        launcher.process().destroyForcibly();

        await().atMost(TIMEOUT).untilAsserted(this::assertNothingRuns);
    }

    @Test
    void stopsEverythingAndSaysWhyWhenAServiceDoesNotStart() throws Exception {
        installation.behave("compositor-service", "dies");

        launcher = RunningLauncher.start(installation);

        assertThat(launcher.exitCode(TIMEOUT)).isEqualTo(1);
        assertThat(launcher.said())
                .endsWith("avatar: compositor-service ended with exit code 7; the end of %s:%n  No luck today%n"
                        .formatted(root.resolve("data/logs/compositor-service.log")));
        assertNothingRuns();
    }

    @Test
    void stopsEverythingAndSaysWhyWhenAServiceDiesLater() throws Exception {
        launcher = RunningLauncher.start(installation);
        awaitSaid("Live Avatar speaks");
        awaitListener();

        HttpRequest end = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/die".formatted(launcher.port() + 1)))
                .build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(end, BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);

        assertThat(launcher.exitCode(TIMEOUT)).isEqualTo(1);
        assertThat(launcher.said()).contains("avatar: tts-service ended with exit code 9; ");
        assertThat(installation.notes("stopped"))
                .containsExactly("setup-job", "web-ui", "compositor-service", "viseme-service");
        assertNothingRuns();
    }

    @Test
    void saysWhatAServiceAnswersThatDoesNotGetReady() throws Exception {
        installation.behave("web-ui", "never-ready");

        launcher = RunningLauncher.start(installation, "--timeout", "2");

        assertThat(launcher.exitCode(TIMEOUT)).isEqualTo(1);
        assertThat(launcher.said())
                .contains("avatar: web-ui was not ready within 2 s: http://127.0.0.1:%d/q/health/ready answered 503 "
                                .formatted(launcher.port())
                        + "{\"status\": \"DOWN\"}; it wrote nothing to " + root.resolve("data/logs/web-ui.log"));
        assertNothingRuns();
    }

    @Test
    void startsNoServiceWhenTheAvatarCannotBeMade() throws Exception {
        installation.behave("setup-job", "dies");
        Path video = Files.createFile(root.resolve("anna.mp4"));

        launcher = RunningLauncher.start(installation, "--video", video.toString());

        assertThat(launcher.exitCode(TIMEOUT)).isEqualTo(1);
        assertThat(launcher.said())
                .endsWith(
                        "No luck today%navatar: The avatar could not be created: setup-job make ended with exit code 7; its output is above%n"
                                .formatted());
        assertThat(installation.notes("pids")).isEmpty();
        assertNothingRuns();
    }

    private void awaitListener() {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(installation.notes("listening")).isNotEmpty());
    }

    private void awaitSaid(String words) {
        await().atMost(TIMEOUT).until(() -> {
            assertThat(launcher.process().isAlive()).as(launcher.said()).isTrue();
            return launcher.said().contains(words);
        });
    }

    private String settingsOf(String module) throws IOException {
        return String.join("\n", installation.notes("settings-" + module)) + ",";
    }

    private void assertNothingRuns() throws IOException {
        Stream<ProcessHandle> left = installation.notes("pids").stream()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .filter(ProcessHandle::isAlive);
        assertThat(left).isEmpty();
        assertThat(Ports.isFree("127.0.0.1", launcher.brokerPort())).isTrue();
    }

    private static boolean hasDeathSignal() throws Exception {
        return new ProcessBuilder("/bin/sh", "-c", "setpriv --pdeathsig TERM true")
                        .start()
                        .waitFor()
                == 0;
    }
}

package avatar.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.contract.api.Management;
import avatar.launcher.process.Ports;
import java.io.IOException;
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
    private static final List<String> MODULES =
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
                .contains(
                        "avatar.channel.avatar=default",
                        "avatar.instance.url=http://127.0.0.1:" + (launcher.port() + 3));
        assertThat(settingsOf("web-ui"))
                .contains(
                        "quarkus.management.host=127.0.0.1",
                        "quarkus.management.port=" + (launcher.port() + Management.PORT_OFFSET))
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
    void servesThePageByHttpsWithACertificate() throws Exception {
        Path certificate = Files.createFile(root.resolve("cert.pem"));
        Path key = Files.createFile(root.resolve("key.pem"));
        launcher =
                RunningLauncher.start(installation, "--tls-cert", certificate.toString(), "--tls-key", key.toString());

        awaitSaid("Live Avatar speaks at https://127.0.0.1:%d/".formatted(launcher.port()));
        assertThat(settingsOf("web-ui"))
                .contains(
                        "quarkus.http.tls-configuration-name=page",
                        "quarkus.http.ssl-port=" + launcher.port(),
                        "quarkus.http.insecure-requests=disabled",
                        "quarkus.tls.page.key-store.pem.page.cert=" + certificate,
                        "quarkus.tls.page.key-store.pem.page.key=" + key);
        assertThat(settingsOf("tts-service")).doesNotContain("quarkus.tls.");
    }

    @Test
    void saysWhichFileOfTheCertificateIsMissing() throws Exception {
        launcher = RunningLauncher.start(installation, "--tls-cert", "nowhere.pem", "--tls-key", "nowhere.pem");

        assertThat(launcher.exitCode(TIMEOUT)).isEqualTo(2);
        assertThat(launcher.said())
                .contains("Invalid --tls-cert: found 'nowhere.pem', expected a file that can be read");
    }

    @Test
    void keepsRunningWithoutSetupJobAndStartsItAgain() throws Exception {
        installation.behave("setup-job", "deaf");

        launcher = RunningLauncher.start(installation);

        awaitSaid("Live Avatar speaks");
        awaitSaid("setup-job ended with exit code 8; starting it again in 0.5 s; its output is in "
                + root.resolve("data/logs/setup-job.log"));
        awaitSaid("setup-job ended with exit code 8; starting it again in 4.0 s");
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
        assertStoppedInOrder();
        assertNothingRuns();
    }

    @Test
    void keepsTheOrderWhenCtrlCReachesTheWholeProcessGroup() throws Exception {
        launcher = RunningLauncher.start(installation);
        awaitSaid("Live Avatar speaks");
        awaitListener();

        launcher.interruptGroup();

        assertThat(launcher.exitCode(TIMEOUT)).isEqualTo(128 + 2);
        assertStoppedInOrder();
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
    void startsAnyChildAgainThatIsKilledAndLeavesTheOthersAlone() throws Exception {
        launcher = RunningLauncher.start(installation);
        awaitSaid("Live Avatar speaks");
        awaitListener();
        long killedBroker = broker().pid();

        broker().destroyForcibly();
        for (String module : MODULES) {
            processOf(module).destroyForcibly();
        }

        for (String module : MODULES) {
            awaitSaid(module + " ended with exit code 137; starting it again in 0.5 s");
            await().atMost(TIMEOUT)
                    .until(() -> installation.notes("pids-" + module).size() == 2);
        }
        awaitSaid("kafka ended with exit code 137; starting it again in 0.5 s");
        await().atMost(TIMEOUT).until(() -> !Ports.isFree("127.0.0.1", launcher.brokerPort()));
        assertThat(broker().pid()).isNotEqualTo(killedBroker);
        assertThat(installation.notes("pids")).hasSize(2 * MODULES.size());
        launcher.process().destroy();
        assertThat(launcher.exitCode(TIMEOUT)).isEqualTo(128 + 15);
        assertStoppedInOrder();
        assertNothingRuns();
    }

    @Test
    void endsEverythingWhenAServiceDiesForTheThirdTimeWithinAMinute() throws Exception {
        launcher = RunningLauncher.start(installation);
        awaitSaid("Live Avatar speaks");
        awaitListener();
        installation.behave("tts-service", "dies");

        processOf("tts-service").destroyForcibly();

        assertThat(launcher.exitCode(TIMEOUT)).isEqualTo(1);
        assertThat(launcher.said())
                .contains("tts-service ended with exit code 137; starting it again in 0.5 s")
                .contains("tts-service ended with exit code 7; starting it again in 1.0 s")
                .endsWith(
                        "avatar: tts-service ended with exit code 7, the third time within a minute; the end of %s:%n  No luck today%n"
                                .formatted(root.resolve("data/logs/tts-service.log")));
        assertThat(installation.notes("stopped"))
                .containsExactlyInAnyOrder("setup-job", "web-ui", "compositor-service", "viseme-service");
        assertNothingRuns();
    }

    @Test
    void stopsEverythingOnASignalWhileAServiceIsBeingStartedAgain() throws Exception {
        launcher = RunningLauncher.start(installation);
        awaitSaid("Live Avatar speaks");
        awaitListener();
        processOf("compositor-service").destroyForcibly();
        awaitSaid("starting it again");

        launcher.process().destroy();

        assertThat(launcher.exitCode(TIMEOUT)).isEqualTo(128 + 15);
        assertNothingRuns();
    }

    @Test
    void runsSeveralCompositorsAndTtsServicesThatKnowEachOther() throws Exception {
        launcher = RunningLauncher.start(installation, "--compositors", "3", "--tts", "2");
        awaitSaid("Live Avatar speaks");

        String tts = "http://127.0.0.1:" + (launcher.port() + 1);
        String tts2 = "http://127.0.0.1:" + (launcher.port() + 4);
        String compositor = "http://127.0.0.1:" + (launcher.port() + 3);
        String compositor2 = "http://127.0.0.1:" + (launcher.port() + 5);
        String compositor3 = "http://127.0.0.1:" + (launcher.port() + 6);
        assertThat(launcher.said())
                .contains("tts-service-2 is ready at " + tts2, "compositor-service-3 is ready at " + compositor3);
        assertThat(root.resolve("data/logs/compositor-service-3.log")).exists();
        assertThat(installation.notes("settings-compositor-service"))
                .anySatisfy(settings -> assertThat(settings)
                        .contains("avatar.instance.url=" + compositor + ",")
                        .contains("avatar.renders.folder=" + root.resolve("data/renders") + ",")
                        .contains("avatar.renders.tts-url=" + tts + ","))
                .anySatisfy(settings -> assertThat(settings)
                        .contains("avatar.instance.url=" + compositor2 + ",")
                        .contains("avatar.renders.folder=" + root.resolve("data/renders-2") + ",")
                        .contains("avatar.renders.tts-url=" + tts2 + ","))
                .anySatisfy(settings -> assertThat(settings)
                        .contains("avatar.instance.url=" + compositor3 + ",")
                        .contains("avatar.renders.folder=" + root.resolve("data/renders-3") + ",")
                        .contains("avatar.renders.tts-url=" + tts + ","));
        assertThat(settingsOf("web-ui"))
                .contains("kafka.bootstrap.servers=127.0.0.1:" + launcher.brokerPort())
                .contains("avatar.gateway.tts-url=%s,%s,".formatted(tts, tts2))
                .contains("avatar.gateway.compositor-url=%s,%s,%s,".formatted(compositor, compositor2, compositor3));
    }

    @Test
    void saysWhatAServiceAnswersThatDoesNotGetReady() throws Exception {
        installation.behave("web-ui", "never-ready");

        launcher = RunningLauncher.start(installation, "--timeout", "2");

        assertThat(launcher.exitCode(TIMEOUT)).isEqualTo(1);
        assertThat(launcher.said())
                .contains("avatar: web-ui was not ready within 2 s: http://127.0.0.1:%d/q/health/ready answered 503 "
                                .formatted(launcher.port() + Management.PORT_OFFSET)
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

    private void assertStoppedInOrder() throws IOException {
        List<String> stopped = installation.notes("stopped");
        assertThat(stopped.subList(0, 2)).containsExactlyInAnyOrder("setup-job", "web-ui");
        assertThat(stopped.subList(2, stopped.size()))
                .containsExactly("compositor-service", "tts-service", "viseme-service");
    }

    /** The process of a module that was started last. */
    private ProcessHandle processOf(String module) throws IOException {
        return ProcessHandle.of(
                        Long.parseLong(installation.notes("pids-" + module).getLast()))
                .orElseThrow();
    }

    private ProcessHandle broker() {
        String holder = Ports.holder(launcher.brokerPort()).orElseThrow();
        return ProcessHandle.of(Long.parseLong(holder.substring(holder.lastIndexOf(' ') + 1)))
                .orElseThrow();
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
        return String.join("\n", installation.notes("settings-" + module));
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

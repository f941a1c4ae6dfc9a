package avatar.cli.say;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.cli.Main;
import avatar.cli.fake.FakeSystem;
import avatar.cli.fake.SmallAvatar;
import avatar.contract.speech.SpeechState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, sent to a child process. */
class InterruptionTest {

    @TempDir
    Path folder;

    @Test
    void stopsTheSpeech() throws Exception {
        try (FakeSystem system = new FakeSystem()) {
            system.speech = FakeSystem.speech(SpeechState.ACCEPTED, SpeechState.SPEAKING);

            int exitCode = interrupt(system, "POST /api/v1/channels/main/speech", "say", "Hello.");

            assertThat(exitCode).isEqualTo(130);
            assertThat(system.requests).endsWith("DELETE /api/v1/channels/main/speech");
        }
    }

    @Test
    void cancelsTheRenderOfTheSystemAndLeavesNoFile() throws Exception {
        try (FakeSystem system = new FakeSystem()) {
            system.renderStates = List.of(FakeSystem.render("running", 10, null));
            String video = folder.resolve("video.mp4").toString();

            int exitCode = interrupt(system, "GET /api/v1/renders/r1", "say", "Hello.", "--save", video);

            assertThat(exitCode).isEqualTo(130);
            assertThat(system.requests).contains("DELETE /api/v1/renders/r1");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void stopsTheRenderOfThisProcessAndLeavesNoFile() throws Exception {
        SmallAvatar.write(folder.resolve("data/avatars/grey"));
        Path videos = Files.createDirectory(folder.resolve("videos"));

        int exitCode = interrupt(
                () -> !isEmpty(videos),
                "render",
                "All work and no play makes a dull video. ".repeat(100),
                "--voice",
                "flite-slt",
                "--output",
                videos.resolve("video.mp4").toString(),
                "--data",
                folder.resolve("data").toString());

        assertThat(exitCode).isEqualTo(130);
        assertThat(videos).isEmptyDirectory();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static int interrupt(FakeSystem system, String request, String... arguments) throws Exception {
        List<String> named = new ArrayList<>(List.of(arguments));
        named.addAll(List.of("--url", system.url()));
        return interrupt(() -> system.requests.contains(request), named.toArray(String[]::new));
    }

    /** Interrupts a command when {@code moment} is true, and returns its exit code. */
    private static int interrupt(Callable<Boolean> moment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                // A build that runs in the background ignores Ctrl-C, and so would its children.
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Davatar.tts.edge.enabled=false",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            await().atMost(60, TimeUnit.SECONDS).until(moment);
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}

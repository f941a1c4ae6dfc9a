package avatar.bench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.bench.command.BenchException;
import avatar.contract.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LatencyCommandTest {

    private static final Duration DELAY = Duration.ofMillis(150);

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void measuresUntilTheMouthMovesAndNotUntilBytesChange() throws Exception {
        Path json = folder.resolve("latency.json");
        try (FakeAvatar avatar = new FakeAvatar(12, DELAY)) {
            assertThat(bench("-n", "3", "--url", avatar.url().toString(), "--json", json.toString()))
                    .isZero();

            assertThat(avatar.spoken()).isEqualTo(3);
        }
        JsonNode report = Json.mapper().readTree(Files.readAllBytes(json));
        assertThat(report.path("measured").asInt()).isEqualTo(3);
        assertThat(report.path("total").path("min").asDouble()).isGreaterThanOrEqualTo(0.150);
        assertThat(report.path("taken").path("median").asDouble()).isEqualTo(0.007);
        assertThat(report.path("spoken").path("p95").asDouble()).isEqualTo(0.043);
        assertThat(said.toString())
                .contains("12 idle frames known; speaking 3 times")
                .contains("n = 3 of 3");
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        String url = "http://127.0.0.1:" + freePort();

        assertThatThrownBy(() -> bench("--url", url))
                .isInstanceOf(BenchException.class)
                .hasMessage("%s/stream/main.mjpeg does not answer; is the system running? ./avatar up starts it", url);
    }

    @Test
    void saysThatTheSystemWentAway() throws Exception {
        try (FakeAvatar avatar = new FakeAvatar(12, DELAY);
                FrameStream frames = FrameStream.open(avatar.url().resolve("/stream/main.mjpeg"))) {
            IdleFrames idle = IdleFrames.learn(frames);
            avatar.stop();

            assertThat(idle.count()).isEqualTo(12);
            assertThatThrownBy(() -> IdleFrames.learn(frames))
                    .isInstanceOf(BenchException.class)
                    .hasMessageStartingWith("The stream %s/stream/main.mjpeg ended: ", avatar.url());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int bench(String... arguments) throws Exception {
        CommandLine command = new CommandLine(new LatencyCommand())
                .setOut(new PrintWriter(said, true))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    throw failure;
                });
        command.parseArgs(arguments);
        return command.<LatencyCommand>getCommand().call();
    }
}

package avatar.compositor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.compositor.testsupport.Http;
import avatar.compositor.testsupport.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs people will point at the stream. */
@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class VideoReadersTest {

    @TestHTTPResource(management = true)
    URI management;

    @TestHTTPResource("/stream/main.mjpeg")
    URI stream;

    @TempDir
    Path folder;

    @BeforeEach
    void awaitReady() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                Http.get(management.resolve("/q/health/ready")).statusCode())
                        .isEqualTo(200));
    }

    /** With the OpenCV of Python: JavaCV's is built without anything that reads from the network. */
    @Test
    void openCvReadsIt() throws IOException, InterruptedException {
        assumeTrue(run("sh", "-c", "/usr/bin/python3 -c 'import cv2'").isEmpty(), "cv2 of python3 is absent");

        String output = run("/usr/bin/python3", "-c", """
                import cv2, sys
                capture = cv2.VideoCapture(sys.argv[1])
                print([capture.read()[1].shape for _ in range(20)] == [(240, 320, 3)] * 20)
                """, stream.toString());

        assertThat(output).isEqualTo("True\n");
    }

    @Test
    void javaCvReadsIt() throws FrameGrabber.Exception {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(stream.toString())) {
            grabber.setFormat("mpjpeg");
            grabber.start();
            for (int i = 0; i < 20; i++) {
                Frame frame = grabber.grabImage();
                assertThat(frame.imageWidth).isEqualTo(320);
                assertThat(frame.imageHeight).isEqualTo(240);
            }
        }
    }

    @Test
    void ffmpegReadsIt() throws IOException, InterruptedException {
        requireProgram("/usr/bin/ffmpeg");
        Path video = folder.resolve("recorded.avi");

        String output = run(
                "/usr/bin/ffmpeg",
                "-v",
                "error",
                "-i",
                stream.toString(),
                "-frames:v",
                "20",
                "-c",
                "copy",
                video.toString());

        assertThat(output).isEmpty();
        assertThat(Files.size(video)).isGreaterThan(20 * 5_000);
    }

    @Test
    void curlReadsIt() throws IOException, InterruptedException {
        requireProgram("/usr/bin/curl");
        Path saved = folder.resolve("saved.mjpeg");

        run("/usr/bin/curl", "-sS", "--max-time", "2", "-o", saved.toString(), stream.toString());

        String text = Files.readString(saved, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("--frame\r\nContent-Type: image/jpeg\r\n");
        assertThat(text.split("--frame\r\n", -1).length).isBetween(25, 60);
    }

    private static void requireProgram(String program) {
        assumeTrue(Files.isExecutable(Path.of(program)), program + " is absent");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}

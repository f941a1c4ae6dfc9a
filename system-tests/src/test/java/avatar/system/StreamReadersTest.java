package avatar.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Programs that people point at a camera's stream read ours, through the gateway. */
@ExtendWith(RunningSystem.Extension.class)
class StreamReadersTest {

    private final RunningSystem system;

    StreamReadersTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void curlReadsPartsOfTheStatedLength() throws Exception {
        byte[] stream = Tools.run(
                10,
                "curl",
                "-s",
                "--max-time",
                "2",
                system.at("/stream/main.mjpeg").toString());

        String text = new String(stream, ISO_8859_1);
        List<String> parts = List.of(text.split("--frame\r\n", -1));
        assertThat(parts).hasSizeGreaterThan(20);
        String part = parts.get(5);
        int body = part.indexOf("\r\n\r\n") + 4;
        assertThat(part.substring(0, body)).contains("image/jpeg", "X-Timestamp: ", "X-Frame: ");
        byte[] jpeg = part.substring(body, part.length() - 2).getBytes(ISO_8859_1);
        assertThat(part).contains("Content-Length: " + jpeg.length);
        assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(1280);
    }

    @Test
    void ffmpegReadsTheStream(@TempDir Path folder) throws Exception {
        Path pictures = folder.resolve("frame-%02d.png");

        Tools.run(
                30,
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "mpjpeg",
                "-i",
                system.at("/stream/main.mjpeg").toString(),
                "-frames:v",
                "15",
                pictures.toString());

        assertThat(ImageIO.read(folder.resolve("frame-15.png").toFile()).getHeight())
                .isEqualTo(720);
    }

    @Test
    void ffprobeGuessesWhatItIs() throws Exception {
        byte[] said = Tools.run(
                30,
                "ffprobe",
                "-v",
                "error",
                "-show_entries",
                "stream=codec_name,width,height",
                "-of",
                "csv=p=0",
                system.at("/stream/main.mjpeg").toString());

        assertThat(new String(said, StandardCharsets.UTF_8).strip()).isEqualTo("mjpeg,1280,720");
    }

    @Test
    void snapshotIsAPicture() throws IOException, InterruptedException {
        byte[] jpeg =
                Tools.run(10, "curl", "-s", system.at("/snapshot/main.jpg").toString());

        Files.write(RunningSystem.picture("snapshot.jpg"), jpeg);
        assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(1280);
    }
}

package avatar.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.contract.folder.Folders;
import avatar.contract.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Avatars that are made while the system runs, by the setup-job that listens. */
@ExtendWith(RunningSystem.Extension.class)
class AvatarSetupTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final Path PORTRAIT = RunningSystem.ROOT.resolve("../shared/data/portraits/s42.jpg");

    private final RunningSystem system;
    private final HttpClient http = HttpClient.newHttpClient();

    AvatarSetupTest(RunningSystem system) {
        this.system = system;
    }

    @AfterEach
    void deleteAvatars() throws IOException {
        for (String id : List.of("drawn", "portrait", "wall", "doubt")) {
            Folders.delete(RunningSystem.avatars().resolve(id));
        }
    }

    @Test
    void pictureThatIsUploadedBecomesAnAvatarThatAChannelShows() throws Exception {
        byte[] picture = get("/snapshot/main.jpg").body();

        assertIsMadeAndShown("drawn", "Drawn.jpg", picture, 1280, 720);
    }

    @Test
    void portraitOfAPersonBecomesAnAvatar() throws Exception {
        Assumptions.assumeTrue(Files.exists(PORTRAIT), () -> PORTRAIT + " is absent");

        assertIsMadeAndShown("portrait", "s42.jpg", Files.readAllBytes(PORTRAIT), 512, 512);
    }

    @Test
    void pictureWithoutAFaceIsRefusedInWords() throws Exception {
        ByteArrayOutputStream wall = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR), "png", wall);

        String setup = upload("wall", "wall.png", wall.toByteArray());

        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(status(setup).path("state").asText()).isEqualTo("failed"));
        assertThat(status(setup).path("code").asText()).isEqualTo("NO_FACE");
        assertThat(status(setup).path("detail").asText()).startsWith("No face");
        assertThat(RunningSystem.avatars().resolve("wall")).doesNotExist();
    }

    @Test
    void setupThatIsCancelledLeavesNothing() throws Exception {
        String setup =
                upload("doubt", "doubt.mp4", Files.readAllBytes(system.avatar().baseVideo()));
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(status(setup).path("state").asText()).isEqualTo("running"));

        send(HttpRequest.newBuilder(system.at("/api/v1/setups/" + setup)).DELETE());

        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(status(setup).path("state").asText()).isEqualTo("cancelled"));
        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(RunningSystem.avatars().resolve(".uploads").resolve(setup))
                    .doesNotExist();
            assertThat(RunningSystem.avatars())
                    .isDirectoryNotContaining(path -> path.toString().contains("doubt"));
        });
    }

    private void assertIsMadeAndShown(String id, String name, byte[] picture, int width, int height) throws Exception {
        String setup = upload(id, name, picture);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(status(setup).path("state").asText())
                        .as("%s", status(setup))
                        .isEqualTo("done"));

        JsonNode avatar = json(get("/api/v1/avatars/" + id));
        assertThat(avatar.path("ready").asBoolean()).isTrue();
        assertThat(avatar.path("source").asText()).isEqualTo(name);
        byte[] preview = get(avatar.path("preview").asText()).body();
        Files.write(RunningSystem.picture("preview-%s.png".formatted(id)), preview);
        assertThat(ImageIO.read(new ByteArrayInputStream(preview))).isNotNull();
        // The end is reported before the upload is deleted.
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(
                                RunningSystem.avatars().resolve(".uploads").resolve(setup))
                        .doesNotExist());

        send(HttpRequest.newBuilder(system.at("/api/v1/channels"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"id\": \"%s\", \"avatar\": \"%s\"}".formatted(id, id))));
        BufferedImage shown = ImageIO.read(
                new ByteArrayInputStream(get("/snapshot/%s.jpg".formatted(id)).body()));
        ImageIO.write(
                shown,
                "png",
                RunningSystem.picture("avatar-%s.png".formatted(id)).toFile());
        assertThat(shown.getWidth()).isEqualTo(width);
        assertThat(shown.getHeight()).isEqualTo(height);
        send(HttpRequest.newBuilder(system.at("/api/v1/channels/" + id)).DELETE());
    }

    /** Answers the id of the setup. */
    private String upload(String id, String name, byte[] file) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String head = """
                --x\r
                Content-Disposition: form-data; name="id"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(id, name);
        body.writeBytes(head.getBytes(UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--x--\r\n".getBytes(UTF_8));
        HttpResponse<byte[]> accepted = send(HttpRequest.newBuilder(system.at("/api/v1/avatars"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        assertThat(accepted.statusCode()).as("%s", json(accepted)).isEqualTo(202);
        return json(accepted).path("id").asText();
    }

    private JsonNode status(String setup) throws Exception {
        return json(get("/api/v1/setups/" + setup));
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(system.at(path)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        return Json.mapper().readTree(response.body());
    }
}

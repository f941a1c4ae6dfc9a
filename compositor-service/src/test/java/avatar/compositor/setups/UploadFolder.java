package avatar.compositor.setups;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.contract.setup.SetupRequest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which the service keeps uploads, as tests look into it. */
final class UploadFolder {

    static final Duration TIMEOUT = Duration.ofSeconds(40);

    /** The service does not look into an upload. */
    static final byte[] FILE = "not really a video".getBytes(UTF_8);

    private final Path folder;

    UploadFolder(Path avatars) {
        this.folder = SetupRequest.uploadsIn(avatars);
    }

    /** Uploads a file of that name, which must be accepted. */
    static ValidatableResponse upload(String name) {
        return given().multiPart("file", name, FILE)
                .post("/api/v1/avatars")
                .then()
                .statusCode(202);
    }

    /** Files that are received, or were refused and not yet deleted. */
    List<Path> received() {
        return files(folder.resolve("received"), 1);
    }

    void awaitNothingReceived() {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(received()).isEmpty());
    }

    /** Files that were given to setups. */
    List<Path> uploads() {
        return files(folder, 2).stream()
                .filter(file -> !received().contains(file))
                .toList();
    }

    /** Deletes all that was given to setups. */
    void clear() throws IOException {
        for (Path upload : uploads()) {
            Files.delete(upload);
        }
    }

    private static List<Path> files(Path folder, int depth) {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder, depth) : Stream.empty()) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package avatar.compositor.setups;

import static avatar.compositor.setups.UploadFolder.FILE;
import static avatar.compositor.setups.UploadFolder.TIMEOUT;
import static avatar.compositor.setups.UploadFolder.upload;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import avatar.compositor.testsupport.RecordedLog;
import avatar.compositor.testsupport.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads over HTTP, with a real broker behind them. */
@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class UploadApiTest {

    /** The size of a file whose form has 1,000,000 bytes. */
    private static final int FILE_OF_A_MILLION = 999_896;

    @TestHTTPResource("/")
    URI root;

    Surroundings surroundings;

    private UploadFolder folder;

    @BeforeEach
    void open() {
        folder = new UploadFolder(surroundings.avatars());
    }

    @AfterEach
    void clear() throws IOException {
        folder.clear();
    }

    @Test
    void twoUploadsOfOneNameMakeTwoAvatars() {
        String first = upload("twin.mp4").extract().path("avatar");
        String second = upload("twin.mp4").extract().path("avatar");

        assertThat(List.of(first, second)).containsExactly("twin", "twin-2");
    }

    @Test
    void avatarThatExistsOrIsBeingMadeIsReplacedOnlyWithForce() {
        given().multiPart("file", "other.mp4", FILE)
                .multiPart("id", "default")
                .post("/api/v1/avatars")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:AVATAR_EXISTS"))
                .body(
                        "detail",
                        equalTo(
                                "Avatar 'default' exists, made of 'scene.mp4'; choose another id, or replace it with force"));
        assertThat(folder.uploads()).isEmpty();

        given().multiPart("file", "a.mp4", FILE)
                .multiPart("id", "busy")
                .post("/api/v1/avatars")
                .then()
                .statusCode(202);
        given().multiPart("file", "b.mp4", FILE)
                .multiPart("id", "busy")
                .post("/api/v1/avatars")
                .then()
                .statusCode(409)
                .body("detail", startsWith("A setup of avatar 'busy' is running"));
        given().multiPart("file", "b.mp4", FILE)
                .multiPart("id", "busy")
                .multiPart("force", "true")
                .post("/api/v1/avatars")
                .then()
                .statusCode(202)
                .body("avatar", equalTo("busy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "id|Not A Name|400|INVALID_AVATAR_ID|Invalid avatar id: found 'Not A Name', expected",
                "id|../default|400|INVALID_AVATAR_ID|Invalid avatar id: found '../default', expected",
                "frame|one|400|INVALID_REQUEST|Field 'frame' must be a whole number, not 'one'",
                "frame|-2|422|INVALID_FRAME|Field 'frame' must be 0 or more, or -1",
                "size|300|400|INVALID_OPTION|Field 'size' must be one of [256, 512], not 300",
                "engine|magic|422|UNKNOWN_ENGINE|Field 'engine' must be one of [warp, harvest, sadtalker], not 'magic'",
                "blink|perhaps|400|INVALID_REQUEST|Field 'blink' must be 'true' or 'false', not 'perhaps'",
                "colour|red|400|INVALID_REQUEST|Unknown field 'colour'; expected 'file' or one of [blink, engine"
            })
    void invalidFieldIsNamedAndNothingIsKept(String field, String value, int status, String code, String detail) {
        given().multiPart("file", "a.mp4", FILE)
                .multiPart(field, value)
                .post("/api/v1/avatars")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:" + code))
                .body("detail", startsWith(detail));

        folder.awaitNothingReceived();
        assertThat(folder.uploads()).isEmpty();
    }

    @Test
    void formWithoutOneFileIsRefused() {
        given().multiPart("id", "anna")
                .post("/api/v1/avatars")
                .then()
                .statusCode(400)
                .body("detail", equalTo("Expected a form with one file, in the field 'file'; found none"));
        given().multiPart("video", "a.mp4", FILE)
                .post("/api/v1/avatars")
                .then()
                .statusCode(400)
                .body("detail", containsString("found [video]"));
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/avatars")
                .then()
                .statusCode(415)
                .body("detail", startsWith("The body must be multipart/form-data, not 'application/json"));
        folder.awaitNothingReceived();
    }

    @Test
    void uploadThatIsTooLargeIsRefusedWithAndWithoutItsLength() throws Exception {
        HttpResponse<String> announced =
                send(HttpRequest.BodyPublishers.ofByteArray(form(3 << 20).readAllBytes()));
        HttpResponse<String> chunked = send(HttpRequest.BodyPublishers.ofInputStream(() -> form(3 << 20)));

        assertThat(List.of(announced.statusCode(), chunked.statusCode())).containsOnly(413);
        assertThat(announced.body()).contains("UPLOAD_TOO_LARGE", "Expected an upload of at most 2 MB, found 3 MB");
        assertThat(chunked.body()).contains("UPLOAD_TOO_LARGE", "Expected an upload of at most 2 MB, found more");
        folder.awaitNothingReceived();
    }

    @Test
    void uploadThatBreaksOffLeavesNothingAndFreesItsPlace() throws Exception {
        for (int i = 0; i < 6; i++) {
            breakOff();
        }

        upload("after.mp4");
    }

    @Test
    void stalledUploadsAreCutAndAnHonestOneIsAcceptedBesideThem() throws Exception {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                stalled.add(begin());
            }
            await().atMost(TIMEOUT).until(() -> folder.received().size() == 4);
            given().multiPart("file", "early.mp4", FILE)
                    .post("/api/v1/avatars")
                    .then()
                    .statusCode(503)
                    .body("detail", startsWith("4 uploads are running"));

            await().atMost(TIMEOUT)
                    .untilAsserted(() -> given().multiPart("file", "honest.mp4", FILE)
                            .post("/api/v1/avatars")
                            .then()
                            .statusCode(202));

            List<String> answers = new ArrayList<>();
            for (Socket socket : stalled) {
                answers.add(new String(socket.getInputStream().readAllBytes(), UTF_8));
            }
            assertThat(answers)
                    .filteredOn(answer -> answer.startsWith("HTTP/1.1 408 ")
                            && answer.contains("urn:avatar:problem:UPLOAD_STALLED")
                            && answer.contains("found no byte in 3 s after 90000 bytes"))
                    .as(answers.toString())
                    .hasSize(4);
            assertThat(answers)
                    .as("the two that no place was left for are closed, too")
                    .filteredOn(answer -> answer.startsWith("HTTP/1.1 503 "))
                    .hasSize(2);
            folder.awaitNothingReceived();
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void slowUploadThatKeepsComingIsNotCut() throws Exception {
        try (Socket socket = begin()) {
            byte[] rest = form(FILE_OF_A_MILLION).readAllBytes();
            int sent = 90_000;
            int piece = (rest.length - sent) / 8 + 1;
            for (int i = 0; i < 8; i++) {
                int from = sent + i * piece;
                await().pollDelay(Duration.ofMillis(600)).until(() -> true);
                socket.getOutputStream().write(rest, from, Math.min(piece, rest.length - from));
                socket.getOutputStream().flush();
            }
            byte[] status = socket.getInputStream().readNBytes(12);
            assertThat(new String(status, UTF_8)).isEqualTo("HTTP/1.1 202");
        }
    }

    @Test
    void uploadThatBreaksOffIsLoggedInOneLine() throws Exception {
        try (RecordedLog log = new RecordedLog()) {
            breakOff();

            await().atMost(TIMEOUT)
                    .untilAsserted(
                            () -> assertThat(log.messages()).anyMatch(line -> line.startsWith("Upload broke off")));
            assertThat(log.messages())
                    .filteredOn(line -> line.startsWith("Upload broke off"))
                    .hasSize(1);
            assertThat(log.failures()).isEmpty();
        }
    }

    @Test
    void withoutKafkaNothingIsAcceptedAndNothingIsKept() {
        upload("before.mp4");
        int before = folder.uploads().size();
        surroundings.stopBroker();
        try {
            given().multiPart("file", "now.mp4", FILE)
                    .post("/api/v1/avatars")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:avatar:problem:KAFKA_UNAVAILABLE"))
                    .body(
                            "detail",
                            matchesRegex(
                                    "Kafka did not take a record for 'setup-requests' within \\d+ ms; try again later"));

            assertThat(folder.uploads()).hasSize(before);
            folder.awaitNothingReceived();
        } finally {
            surroundings.startBrokerAgain();
        }
        await().atMost(TIMEOUT)
                .untilAsserted(() -> given().multiPart("file", "later.mp4", FILE)
                        .post("/api/v1/avatars")
                        .then()
                        .statusCode(202));
        given().get("/api/v1/setups").then().body("find { it.avatar == 'now' }", nullValue());
    }

    private void breakOff() throws IOException {
        try (Socket _ = begin()) {
            await().atMost(TIMEOUT).until(() -> !folder.received().isEmpty());
        }
        folder.awaitNothingReceived();
    }

    /** The first 90,000 of 1,000,000 bytes of a form. */
    private Socket begin() throws IOException {
        Socket socket = new Socket(root.getHost(), root.getPort());
        socket.setSoTimeout(Math.toIntExact(TIMEOUT.toMillis()));
        String head = """
                POST /api/v1/avatars HTTP/1.1\r
                Host: localhost\r
                Content-Length: 1000000\r
                Content-Type: multipart/form-data; boundary=x\r
                \r
                """;
        socket.getOutputStream().write(head.getBytes(UTF_8));
        socket.getOutputStream().write(form(FILE_OF_A_MILLION).readNBytes(90_000));
        socket.getOutputStream().flush();
        return socket;
    }

    private HttpResponse<String> send(HttpRequest.BodyPublisher body) throws Exception {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(root.resolve("/api/v1/avatars"))
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(body)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** A form with a file of so many bytes. */
    private static InputStream form(int size) {
        String head = """
                --x\r
                Content-Disposition: form-data; name="file"; filename="a.mp4"\r
                Content-Type: video/mp4\r
                \r
                """;
        return new SequenceInputStream(
                new ByteArrayInputStream(head.getBytes(UTF_8)),
                new SequenceInputStream(
                        new ByteArrayInputStream(new byte[size]),
                        new ByteArrayInputStream("\r\n--x--\r\n".getBytes(UTF_8))));
    }
}

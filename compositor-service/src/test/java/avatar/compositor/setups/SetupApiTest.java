package avatar.compositor.setups;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import avatar.compositor.testsupport.Http;
import avatar.compositor.testsupport.Surroundings;
import avatar.compositor.testsupport.Topic;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupAction;
import avatar.contract.setup.SetupEvent;
import avatar.contract.setup.SetupRequest;
import avatar.contract.setup.SetupState;
import avatar.contract.speech.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads over HTTP and requests on a real broker; what setup-job would tell is told by the test. */
@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class SetupApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final byte[] FILE = "a video, for all that is known here".getBytes(UTF_8);

    @TestHTTPResource("/")
    URI root;

    Surroundings surroundings;

    private Topic requests;

    @BeforeEach
    void listen() {
        requests = new Topic(surroundings.bootstrapServers(), Topics.SETUP_REQUESTS);
    }

    @AfterEach
    void stop() throws IOException {
        requests.close();
        for (Path upload : uploads()) {
            Files.delete(upload);
        }
    }

    @Test
    void uploadIsAskedForOnKafkaAndFollowedToItsEnd() throws Exception {
        ValidatableResponse accepted = given().multiPart("file", "My Face (2).mp4", FILE)
                .multiPart("frame", "-1")
                .multiPart("engine", "harvest")
                .multiPart("blink", "true")
                .post("/api/v1/avatars")
                .then()
                .statusCode(202)
                .body("avatar", equalTo("my-face-2"))
                .body("state", equalTo("queued"))
                .body("percent", equalTo(0))
                .body("code", nullValue());
        String id = accepted.extract().path("id");
        accepted.header("Location", "/api/v1/setups/" + id);

        SetupRequest request = request(id, SetupAction.MAKE);
        assertThat(request)
                .isEqualTo(new SetupRequest(
                        SetupRequest.SCHEMA_VERSION,
                        id,
                        SetupAction.MAKE,
                        "my-face-2",
                        ".uploads/%s/My_Face_2_.mp4".formatted(id),
                        "My Face (2).mp4",
                        -1,
                        null,
                        "harvest",
                        true,
                        false,
                        request.requestedAt()));
        assertThat(surroundings.avatars().resolve(String.valueOf(request.source())))
                .hasBinaryContent(FILE);

        try (BufferedReader events = new BufferedReader(new InputStreamReader(
                Http.open(root.resolve("/api/v1/setups/%s/events".formatted(id)))
                        .body(),
                UTF_8))) {
            assertThat(events.readLine()).isEqualTo("event: queued");
            tell(id, "my-face-2", SetupState.RUNNING, null, null);
            awaitStatus(id, "running");
            given().get("/api/v1/setups/" + id)
                    .then()
                    .body("stage", equalTo("Finding the face"))
                    .body("percent", equalTo(42))
                    .body("secondsLeft", equalTo(2.5f));
            tell(id, "my-face-2", SetupState.FAILED, ErrorCode.NO_FACE, "No face in 0.5 s of pictures");

            List<String> told = events.lines().toList();
            assertThat(told).contains("event: failed");
            assertThat(told)
                    .filteredOn(line -> line.startsWith("data: "))
                    .last()
                    .asString()
                    .contains("\"state\":\"failed\"", "\"code\":\"NO_FACE\"", "\"detail\":\"No face in");
        }
        given().get("/api/v1/setups").then().statusCode(200).body("id", hasItem(id));
        given().header("Last-Event-ID", "failed")
                .get("/api/v1/setups/%s/events".formatted(id))
                .then()
                .statusCode(204);
    }

    @Test
    void twoUploadsOfOneNameMakeTwoAvatars() {
        String first = upload("twin.mp4").extract().path("avatar");
        String second = upload("twin.mp4").extract().path("avatar");

        assertThat(List.of(first, second)).containsExactly("twin", "twin-2");
    }

    @Test
    void avatarThatIsThereOrInTheMakingGivesWayOnlyToForce() {
        given().multiPart("file", "other.mp4", FILE)
                .multiPart("id", "default")
                .post("/api/v1/avatars")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:AVATAR_EXISTS"))
                .body("detail", equalTo("There is an avatar 'default', made of 'scene.mp4'; force replaces it"));
        assertThat(uploads()).isEmpty();

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
                .body("detail", startsWith("Avatar 'busy' is in the making"));
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
                "id|Not A Name|400|INVALID_REQUEST|The avatar's id 'Not A Name' must be",
                "id|../default|400|INVALID_REQUEST|The avatar's id '../default' must be",
                "frame|one|400|INVALID_REQUEST|Field 'frame' must be a whole number, not 'one'",
                "frame|-2|422|INVALID_FRAME|Field 'frame' must be 0 or more, or -1",
                "size|300|400|INVALID_OPTION|Field 'size' must be one of [256, 512], not 300",
                "engine|magic|422|UNKNOWN_ENGINE|Field 'engine' must be one of [warp, harvest, sadtalker], not 'magic'",
                "blink|perhaps|400|INVALID_REQUEST|Field 'blink' must be 'true' or 'false', not 'perhaps'",
                "colour|red|400|INVALID_REQUEST|Field 'colour' is not among those there are"
            })
    void fieldThatIsNotUnderstoodIsNamedAndNothingIsKept(
            String field, String value, int status, String code, String detail) {
        given().multiPart("file", "a.mp4", FILE)
                .multiPart(field, value)
                .post("/api/v1/avatars")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:" + code))
                .body("detail", startsWith(detail));

        awaitNothingReceived();
        assertThat(uploads()).isEmpty();
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
        awaitNothingReceived();
    }

    @Test
    void uploadThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws Exception {
        HttpResponse<String> told =
                send(HttpRequest.BodyPublishers.ofByteArray(form(3 << 20).readAllBytes()));
        HttpResponse<String> chunked = send(HttpRequest.BodyPublishers.ofInputStream(() -> form(3 << 20)));

        assertThat(List.of(told.statusCode(), chunked.statusCode())).containsOnly(413);
        assertThat(told.body()).contains("UPLOAD_TOO_LARGE", "At most 2 MB can be uploaded, not 3 MB");
        assertThat(chunked.body()).contains("UPLOAD_TOO_LARGE", "At most 2 MB can be uploaded, not more");
        awaitNothingReceived();
    }

    @Test
    void uploadThatBreaksOffLeavesNothingAndFreesItsPlace() throws Exception {
        for (int i = 0; i < 6; i++) {
            try (Socket socket = new Socket(root.getHost(), root.getPort())) {
                String head = """
                        POST /api/v1/avatars HTTP/1.1\r
                        Host: x\r
                        Content-Length: 1000000\r
                        Content-Type: multipart/form-data; boundary=x\r
                        \r
                        """;
                socket.getOutputStream().write(head.getBytes(UTF_8));
                socket.getOutputStream().write(form(100_000).readNBytes(90_000));
                socket.getOutputStream().flush();
                await().atMost(PATIENCE).until(() -> !received().isEmpty());
            }
            awaitNothingReceived();
        }

        upload("after.mp4");
    }

    @Test
    void withoutKafkaNothingIsAcceptedAndNothingIsKept() {
        upload("before.mp4");
        int before = uploads().size();
        surroundings.stopBroker();
        try {
            given().multiPart("file", "now.mp4", FILE)
                    .post("/api/v1/avatars")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:avatar:problem:KAFKA_UNAVAILABLE"))
                    .body("detail", startsWith("Kafka did not take a record for 'setup-requests'"));

            assertThat(uploads()).hasSize(before);
            awaitNothingReceived();
        } finally {
            surroundings.startBrokerAgain();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().multiPart("file", "later.mp4", FILE)
                        .post("/api/v1/avatars")
                        .then()
                        .statusCode(202));
        given().get("/api/v1/setups").then().body("find { it.avatar == 'now' }", nullValue());
    }

    @Test
    void setupThatNobodyTakesSaysSo() {
        String id = upload("patient.mp4").extract().path("id");

        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/v1/setups/" + id)
                        .then()
                        .body("state", equalTo("queued"))
                        .body("detail", startsWith("no setup-job has taken it for ")));

        tell(id, "patient", SetupState.QUEUED, null, null);
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/v1/setups/" + id)
                        .then()
                        .body("detail", equalTo("it waits for those before it")));
    }

    @Test
    void cancellationGoesTheWayOfTheRequestAndTheFirstEndStays() {
        String id = upload("doubt.mp4").extract().path("id");

        given().delete("/api/v1/setups/" + id).then().statusCode(202).body("state", equalTo("queued"));

        assertThat(request(id, SetupAction.CANCEL).avatar()).isEqualTo("doubt");
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/v1/setups/" + id)
                        .then()
                        .body("detail", equalTo("it is cancelled as soon as a setup-job listens")));
        tell(id, "doubt", SetupState.CANCELLED, null, null);
        awaitStatus(id, "cancelled");
        tell(id, "doubt", SetupState.FAILED, ErrorCode.UNREADABLE_VIDEO, "gone");
        String other = upload("other.mp4").extract().path("id");
        tell(other, "doubt", SetupState.RUNNING, null, null);
        awaitStatus(other, "running");
        awaitStatus(id, "cancelled");

        given().delete("/api/v1/setups/nothing")
                .then()
                .statusCode(404)
                .body("detail", startsWith("No setup 'nothing' is known"));
    }

    @Test
    void recordThatCanNotBeReadIsPassedOver() {
        requests.send(Topics.SETUP_EVENTS, "poison", "poison".getBytes(UTF_8));
        requests.send(Topics.SETUP_REQUESTS, "poison", "poison".getBytes(UTF_8));

        String id = upload("poison.mp4").extract().path("id");
        tell(id, "poison", SetupState.DONE, null, "written");

        awaitStatus(id, "done");
    }

    private static ValidatableResponse upload(String name) {
        return given().multiPart("file", name, FILE)
                .post("/api/v1/avatars")
                .then()
                .statusCode(202);
    }

    private SetupRequest request(String setup, SetupAction action) {
        return await().atMost(PATIENCE)
                .until(
                        () -> requests.records().stream()
                                .filter(record -> !"poison".equals(record.key()))
                                .map(record -> SetupRequest.fromBytes(record.value()))
                                .filter(found -> found.setup().equals(setup) && found.action() == action)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void tell(
            String setup, String avatar, SetupState state, @Nullable ErrorCode code, @Nullable String detail) {
        boolean isRunning = state == SetupState.RUNNING;
        SetupEvent event = new SetupEvent(
                SetupEvent.SCHEMA_VERSION,
                setup,
                avatar,
                state,
                isRunning ? "Finding the face" : null,
                42,
                isRunning ? 2.5 : null,
                code,
                detail,
                Instant.now());
        requests.send(Topics.SETUP_EVENTS, avatar, event.toBytes());
    }

    private static void awaitStatus(String id, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/v1/setups/" + id)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo(state)));
    }

    private void awaitNothingReceived() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(received()).isEmpty());
    }

    private List<Path> received() {
        return files(SetupRequest.uploadsIn(surroundings.avatars()).resolve("received"), 1);
    }

    /** Files that were given to setups. */
    private List<Path> uploads() {
        return files(SetupRequest.uploadsIn(surroundings.avatars()), 2).stream()
                .filter(file -> !received().contains(file))
                .toList();
    }

    private static List<Path> files(Path folder, int depth) {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder, depth) : Stream.empty()) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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

package avatar.compositor.setups;

import static avatar.compositor.setups.UploadFolder.FILE;
import static avatar.compositor.setups.UploadFolder.TIMEOUT;
import static avatar.compositor.setups.UploadFolder.upload;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The progress of setups over HTTP, on a real broker; the test publishes the events of setup-job. */
@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class SetupApiTest {

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
        new UploadFolder(surroundings.avatars()).clear();
    }

    @Test
    void uploadIsRequestedOnKafkaAndFollowedToItsEnd() throws Exception {
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
            publish(id, "my-face-2", SetupState.RUNNING, null, null);
            awaitStatus(id, "running");
            given().get("/api/v1/setups/" + id)
                    .then()
                    .body("stage", equalTo("Finding the face"))
                    .body("percent", equalTo(42))
                    .body("secondsLeft", equalTo(2.5f));
            publish(id, "my-face-2", SetupState.FAILED, ErrorCode.NO_FACE, "No face in 0.5 s of pictures");

            List<String> lines = events.lines().toList();
            assertThat(lines).contains("event: failed");
            assertThat(lines)
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
    void setupThatNoSetupJobTakesSaysSo() {
        String id = upload("patient.mp4").extract().path("id");

        await().atMost(TIMEOUT)
                .untilAsserted(() -> given().get("/api/v1/setups/" + id)
                        .then()
                        .body("state", equalTo("queued"))
                        .body("detail", startsWith("no setup-job has taken it for ")));

        publish(id, "patient", SetupState.QUEUED, null, null);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> given().get("/api/v1/setups/" + id)
                        .then()
                        .body("detail", equalTo("it waits for earlier setups")));
    }

    @Test
    void cancellationIsRequestedOnKafkaAndTheFirstEndStays() {
        String id = upload("doubt.mp4").extract().path("id");

        given().delete("/api/v1/setups/" + id).then().statusCode(202).body("state", equalTo("queued"));

        assertThat(request(id, SetupAction.CANCEL).avatar()).isEqualTo("doubt");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> given().get("/api/v1/setups/" + id)
                        .then()
                        .body("detail", equalTo("it is cancelled as soon as a setup-job listens")));
        publish(id, "doubt", SetupState.CANCELLED, null, null);
        awaitStatus(id, "cancelled");
        publish(id, "doubt", SetupState.FAILED, ErrorCode.UNREADABLE_VIDEO, "gone");
        String other = upload("other.mp4").extract().path("id");
        publish(other, "doubt", SetupState.RUNNING, null, null);
        awaitStatus(other, "running");
        awaitStatus(id, "cancelled");

        given().delete("/api/v1/setups/nothing")
                .then()
                .statusCode(404)
                .body("detail", startsWith("No setup 'nothing' is known"));
    }

    @Test
    void unreadableRecordIsSkipped() {
        requests.send(Topics.SETUP_EVENTS, "poison", "poison".getBytes(UTF_8));
        requests.send(Topics.SETUP_REQUESTS, "poison", "poison".getBytes(UTF_8));

        String id = upload("poison.mp4").extract().path("id");
        publish(id, "poison", SetupState.DONE, null, "written");

        awaitStatus(id, "done");
    }

    private SetupRequest request(String setup, SetupAction action) {
        return await().atMost(TIMEOUT)
                .until(
                        () -> requests.records().stream()
                                .filter(record -> !"poison".equals(record.key()))
                                .map(record -> SetupRequest.fromBytes(record.value()))
                                .filter(found -> found.setup().equals(setup) && found.action() == action)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void publish(
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
        await().atMost(TIMEOUT)
                .untilAsserted(() -> given().get("/api/v1/setups/" + id)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo(state)));
    }
}

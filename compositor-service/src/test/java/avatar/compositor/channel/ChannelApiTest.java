package avatar.compositor.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import avatar.compositor.testsupport.Http;
import avatar.compositor.testsupport.PartReader;
import avatar.compositor.testsupport.Surroundings;
import avatar.compositor.testsupport.Topic;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.Topics;
import avatar.pictures.playback.Speech;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.EOFException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class ChannelApiTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TestHTTPResource(management = true)
    URI management;

    @TestHTTPResource("/")
    URI root;

    Surroundings surroundings;

    @AfterEach
    void delete() {
        given().delete("/api/v1/channels/guest");
    }

    @Test
    void channelIsMadeOnceAndFoundAgain() {
        create("guest", "default")
                .statusCode(201)
                .header("Location", "/api/v1/channels/guest")
                .body("id", equalTo("guest"))
                .body("avatar", equalTo("default"))
                .body("trouble", nullValue())
                .body("viewers", equalTo(0));

        create("guest", "default").statusCode(200).body("id", equalTo("guest"));
        given().get("/api/v1/channels/guest").then().statusCode(200).body("avatar", equalTo("default"));
        given().get("/api/v1/channels").then().statusCode(200).body("channels.id", hasItems("guest", "main"));
    }

    @Test
    void channelOfAnotherAvatarIsNotTakenOver() {
        create("guest", "default").statusCode(201);

        create("guest", "other")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:CHANNEL_TAKEN"))
                .body("detail", equalTo("Channel 'guest' shows avatar 'default', not 'other'; delete it first"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "{'id':'guest','avatar':'none'}|404|NOT_FOUND|There is no avatar 'none'; there is default",
                "{'id':'guest','avatar':'../default'}|404|NOT_FOUND|There is no avatar '../default'; there is default",
                "{'id':'Guest_1','avatar':'default'}|400|INVALID_CHANNEL|Invalid channel id: found 'Guest_1', expected 1 to 63 of a-z",
                "{'id':'','avatar':'default'}|400|INVALID_CHANNEL|Invalid channel id: found '', expected 1 to 63 of a-z",
                "{'avatar':'default'}|400|INVALID_REQUEST|Field 'id' is missing",
                "{'id':null,'avatar':'default'}|400|INVALID_REQUEST|Field 'id' is missing",
                "{'id':'guest','avatar':7}|400|INVALID_REQUEST|Field 'avatar' must be a string, found 7",
                "hello|400|INVALID_REQUEST|Not JSON: Unrecognized token 'hello'",
                "\"\"|400|INVALID_REQUEST|Expected a JSON object, found nothing",
            })
    void invalidRequestForAChannelIsAProblem(String body, int status, String code, String detail) {
        given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/api/v1/channels")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:" + code))
                .body("detail", startsWith(detail));
    }

    @Test
    void bodyThatIsNotJsonOrTooLargeIsRefused() {
        given().contentType("text/plain")
                .body("{}")
                .post("/api/v1/channels")
                .then()
                .statusCode(415)
                .body("detail", startsWith("Invalid content type of the body: found 'text/plain"));
        given().contentType("application/json")
                .body("x".repeat(5000))
                .post("/api/v1/channels")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void unknownChannelCanNeitherBeDescribedNorDeleted() {
        given().get("/api/v1/channels/nobody").then().statusCode(404).body("detail", startsWith("no channel 'nobody'"));
        given().delete("/api/v1/channels/nobody").then().statusCode(404);
        given().put("/api/v1/channels/main").then().statusCode(405).header("Allow", "GET, DELETE");
    }

    @Test
    void deletedChannelEndsItsStreamsStopsItsSpeechAndIsUnknown() throws Exception {
        create("guest", "default").statusCode(201);
        try (Topic events = new Topic(surroundings.bootstrapServers(), Topics.SPEECH_EVENTS);
                PartReader reader =
                        new PartReader(Http.open(root.resolve("/av/guest")).body())) {
            reader.next();
            events.send(Speech.onChannel("guest", "cut", SpeechMode.REPLACE, 0, false, 20_000));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(events.statesOf("cut")).containsExactly("speaking"));

            given().delete("/api/v1/channels/guest").then().statusCode(204);

            assertThat(endOf(reader)).isTrue();
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(events.statesOf("cut")).containsExactly("speaking", "stopped"));
            given().get("/snapshot/guest.jpg").then().statusCode(404);
            assertThat(Http.get(management.resolve("/q/metrics")).body()).doesNotContain("channel=\"guest\"");

            create("guest", "default").statusCode(201);
            events.send(Speech.onChannel("guest", "cut", SpeechMode.REPLACE, 1, true, 200));
            events.send(Speech.onChannel("guest", "new", SpeechMode.REPLACE, 0, true, 200));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(events.statesOf("new")).containsExactly("speaking", "done"));
            assertThat(events.statesOf("cut"))
                    .as("the rest of what was said is not for the new channel")
                    .containsExactly("speaking", "stopped");
        }
    }

    static boolean endOf(PartReader reader) throws Exception {
        try {
            for (int i = 0; i < 1000; i++) {
                reader.next();
            }
            return false;
        } catch (EOFException e) {
            return true;
        }
    }

    private static ValidatableResponse create(String id, String avatar) {
        return given().contentType("application/json")
                .body(Map.of("id", id, "avatar", avatar))
                .post("/api/v1/channels")
                .then();
    }
}

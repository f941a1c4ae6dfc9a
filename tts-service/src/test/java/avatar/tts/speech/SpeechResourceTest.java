package avatar.tts.speech;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import avatar.contract.json.Json;
import avatar.contract.problem.Problem;
import avatar.tts.system.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the speak API accepts, and the problems it answers otherwise. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SpeechResourceTest {

    @Test
    void acceptsATextAndReturnsTheAddressOfItsStatus() {
        post("main", Map.of("text", "Good morning.", "mood", "happy"))
                .statusCode(202)
                .header("Location", matchesPattern(".*/api/v1/utterances/[0-9a-f-]{36}"))
                .body("channel", equalTo("main"))
                .body("state", equalTo("accepted"))
                .body("utteranceId", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void acceptsEveryFieldAtItsLimits() {
        post("a-1", Map.of("text", "é".repeat(10_000), "voice", "flite-rms", "rate", 2, "mode", "enqueue"))
                .statusCode(202);
        post("a-1", Map.of("text", "Slow.", "rate", 0.5)).statusCode(202);
        post("a-1", "{\"text\": \"Null is nothing.\", \"voice\": null, \"rate\": null, \"mode\": null}")
                .statusCode(202);
    }

    @Test
    void controlCharactersAreIgnored() {
        post("main", Map.of("text", "Hello\0\u0007 \u001b[31mworld\ud800.")).statusCode(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n", "?!...", "😀", "你好世界"})
    void refusesATextWithNothingToSpeak(String text) {
        assertProblem(post("main", Map.of("text", text)), 422, "INVALID_TEXT");
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertProblem(post("main", Map.of("text", "a".repeat(10_001))), 413, "TEXT_TOO_LONG")
                .body("detail", equalTo("Text too long: found 10001 characters, expected at most 10000"));
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        post("main", Map.of("text", "a" + "😀".repeat(9_999))).statusCode(202);
    }

    @Test
    void refusesTooLargeABody() {
        post("main", Map.of("text", "a".repeat(300_000))).statusCode(413);
    }

    @Test
    void namesTheVoicesWhenOneIsUnknown() {
        assertProblem(post("main", Map.of("text", "Hi", "voice", "nobody")), 422, "UNKNOWN_VOICE")
                .body(
                        "detail",
                        equalTo("Voice 'nobody' is unknown; GET /api/v1/voices lists those there are, flite-slt for"
                                + " example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.49", "2.01", "0", "-1", "1e999"})
    void refusesARateOutOfRange(String rate) {
        assertProblem(post("main", "{\"text\": \"Hi\", \"rate\": " + rate + "}"), 422, "INVALID_RATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.49", "2.01", "-1"})
    void refusesAPitchOutOfRange(String pitch) {
        assertProblem(post("main", "{\"text\": \"Hi\", \"pitch\": " + pitch + "}"), 422, "INVALID_PITCH");
    }

    @Test
    void markupIsTextUnlessTheRequestIsSsml() {
        String text = "<speak>Hello <break time='1s'/> there</speak";

        post("main", Map.of("text", text)).statusCode(202);
        assertProblem(post("main", Map.of("text", text, "ssml", true)), 400, "INVALID_SSML");
        post("main", Map.of("text", text + ">", "ssml", true, "pitch", 1.2)).statusCode(202);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                  | Expected a JSON object, found nothing",
                "null                                | Expected a JSON object, found null",
                "[]                                  | Expected a JSON object, found []",
                "{                                   | Not JSON",
                "hello                               | Not JSON",
                "{\"text\": \"Hi\"} more             | Not JSON",
                "{}                                  | Field 'text' is missing",
                "{\"text\": null}                    | Field 'text' is missing",
                "{\"text\": 5}                       | Field 'text' must be a string, found 5",
                "{\"text\": \"Hi\", \"voice\": 5}    | Field 'voice' must be a string, found 5",
                "{\"text\": \"Hi\", \"rate\": \"1\"} | Field 'rate' must be a number, found \"1\"",
                "{\"text\": \"Hi\", \"rate\": NaN}   | Not JSON",
                "{\"text\": \"Hi\", \"ssml\": 1}       | Field 'ssml' must be true or false, found 1",
                "{\"text\": \"Hi\", \"pitch\": \"x\"} | Field 'pitch' must be a number, found \"x\"",
                "{\"text\": \"Hi\", \"mode\": \"stop\"} | must be 'replace' or 'enqueue', found \"stop\"",
                "{\"text\": \"Hi\", \"mode\": \"REPLACE\"} | must be 'replace' or 'enqueue', found \"REPLACE\"",
                "{\"text\": \"Hi\", \"mode\": {}}    | must be 'replace' or 'enqueue', found {}"
            })
    void reportsWhatIsWrongWithABody(String body, String reason) {
        assertProblem(post("main", body), 400, "INVALID_REQUEST").body("detail", containsString(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Main", "-a", "a_b", "%C3%A9", "a%20b"})
    void refusesAnInvalidChannelId(String channel) {
        String path = "/api/v1/channels/" + channel;
        assertProblem(postTo(path + "/speech", "{\"text\": \"Hi\"}"), 400, "INVALID_CHANNEL");
        assertProblem(given().urlEncodingEnabled(false).delete(path + "/speech").then(), 400, "INVALID_CHANNEL");
        assertProblem(given().urlEncodingEnabled(false).get(path + "/events").then(), 400, "INVALID_CHANNEL");
    }

    @Test
    void refusesABodyOfAnotherType() {
        ValidatableResponse answer = given().contentType("text/plain")
                .body("Hi")
                .post("/api/v1/channels/main/speech")
                .then();

        assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/channels/main/speech, 405, METHOD_NOT_ALLOWED",
        "GET, /api/v1/utterances/nobody, 404, NOT_FOUND",
        "GET, /api/v1/nothing, 404, NOT_FOUND"
    })
    void answersAWrongCallWithAProblem(String method, String path, int status, String code) {
        assertProblem(given().request(method, path).then(), status, code);
    }

    @Test
    void listsTheVoices() {
        given().get("/api/v1/voices")
                .then()
                .statusCode(200)
                .body("id", hasItem("flite-slt"))
                .body("[0].language", equalTo("en-US"))
                .body("[0].gender", equalTo("female"))
                .body("[0].engine", equalTo("flite"))
                .body("[0].available", equalTo(true));
    }

    @Test
    void servesItsApiDescription() {
        given().header("Accept", "application/json")
                .get("/api/v1/openapi")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItem("/api/v1/channels/{channel}/speech"))
                .body("components.schemas.SpeechOrder.properties.mode.enum", not(hasItem("stop")));
    }

    private static ValidatableResponse post(String channel, Map<String, Object> body) {
        return post(channel, new String(Json.write(body), UTF_8));
    }

    private static ValidatableResponse post(String channel, String body) {
        return postTo("/api/v1/channels/" + channel + "/speech", body);
    }

    private static ValidatableResponse postTo(String path, String body) {
        return given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body(body.getBytes(UTF_8))
                .post(path)
                .then();
    }

    private static ValidatableResponse assertProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(status))
                .body("type", equalTo("urn:avatar:problem:" + code));
    }
}

package avatar.viseme.timelines;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import avatar.contract.json.Json;
import avatar.contract.problem.Problem;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TimelineResourceTest {

    @TestHTTPResource(management = true)
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI management;

    @Test
    void answersATimelineAsExactAsTheAudio() {
        Duration duration = Duration.ofNanos(62_437_500);
        TimelineRequest request =
                new TimelineRequest(duration, List.of(new Phoneme("aa", Duration.ZERO, Duration.ofNanos(62_437_499))));

        byte[] answer = given().contentType("application/json")
                .body(Json.write(request))
                .post("/api/v1/timelines")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asByteArray();

        assertThat(Json.read(answer, VisemeTimeline.class).cues())
                .extracting(Cue::viseme, Cue::start, Cue::end)
                .containsExactly(
                        tuple(Viseme.AA, Duration.ZERO, Duration.ofNanos(62_437_499)),
                        tuple(Viseme.M, Duration.ofNanos(62_437_499), duration));
    }

    @Test
    void writesSecondsAndLabels() {
        post("{\"duration\": 0.5, \"phonemes\": [{\"symbol\": \"AA1\", \"start\": 0, \"end\": 0.25}], \"mood\": 1}")
                .statusCode(200)
                .body("duration", equalTo(0.5f))
                .body("cues.viseme", equalTo(List.of("Aa", "M", "M")))
                .body("cues[1].start", equalTo(0.25f))
                .body("cues[0].lips[0].viseme", equalTo("Aa"))
                .body("cues[0].lips[0].weight", equalTo(0.974f))
                .body("cues[0].lead", equalTo(0f))
                .body("cues[0].transition", equalTo(0.1f));
    }

    @Test
    void namesAPhonemeItDoesNotKnow() {
        assertProblem(post("{\"duration\": 1, \"phonemes\": [{\"symbol\": \"QQ\", \"start\": 0, \"end\": 1}]}"), 422)
                .body("type", equalTo("urn:avatar:problem:UNKNOWN_PHONEME"))
                .body("detail", containsString("'QQ'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"duration\": 1, \"phonemes\": [{\"symbol\": \"aa\", \"start\": 0, \"end\": 2}]}",
                "{\"duration\": 1, \"phonemes\": [{\"symbol\": \"aa\", \"start\": 0.5, \"end\": 0.25}]}",
                "{\"duration\": 1, \"phonemes\": [{\"symbol\": \"aa\", \"start\": -1, \"end\": 0.25}]}",
                "{\"duration\": -1, \"phonemes\": []}"
            })
    void refusesPhonemesThatMakeNoTimeline(String body) {
        assertProblem(post(body), 422).body("type", equalTo("urn:avatar:problem:INVALID_TIMELINE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"duration\": 1}",
                "{\"duration\": null, \"phonemes\": []}",
                "{\"duration\": NaN, \"phonemes\": []}",
                "{\"duration\": \"soon\", \"phonemes\": []}",
                "{\"duration\": 1, \"phonemes\": null}",
                "{\"duration\": 1, \"phonemes\": [null]}",
                "{\"duration\": 1, \"phonemes\": [{\"symbol\": null, \"start\": 0, \"end\": 1}]}",
                "{\"duration\": 1, \"phonemes\": []} trailing"
            })
    void reportsTheExpectedFormOfAnInvalidBody(String body) {
        assertProblem(post(body), 400)
                .body("type", equalTo("urn:avatar:problem:INVALID_REQUEST"))
                .body("detail", containsString("Expected {\"duration\""));
    }

    @Test
    void refusesABodyOfAnotherType() {
        ValidatableResponse answer = given().contentType("text/plain")
                .body("hello")
                .post("/api/v1/timelines")
                .then();

        assertProblem(answer, 415).body("type", equalTo("urn:avatar:problem:UNSUPPORTED_MEDIA_TYPE"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/timelines, 405, METHOD_NOT_ALLOWED",
        "DELETE, /api/v1/visemes, 405, METHOD_NOT_ALLOWED",
        "GET, /api/v1/nothing, 404, NOT_FOUND",
        "GET, /, 404, NOT_FOUND"
    })
    void answersAWrongCallWithAProblem(String method, String path, int status, String code) {
        assertProblem(given().request(method, path).then(), status).body("type", equalTo("urn:avatar:problem:" + code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/metrics"})
    void servesHealthAndMetricsOnAPortOfTheirOwn(String path) {
        given().get(management.resolve(path)).then().statusCode(200);
        given().get(path).then().statusCode(404);
    }

    @Test
    void describesItsApi() {
        given().get("/api/v1/openapi").then().statusCode(200);
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/timelines")
                .then();
    }

    private static ValidatableResponse assertProblem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType(Problem.MEDIA_TYPE).body("status", equalTo(status));
    }
}

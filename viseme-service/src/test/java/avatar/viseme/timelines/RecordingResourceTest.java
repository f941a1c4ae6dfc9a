package avatar.viseme.timelines;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.json.Json;
import avatar.contract.problem.Problem;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.SpokenTimeline;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.contract.viseme.Word;
import avatar.lips.alignment.Waves;
import avatar.phonetics.flite.Flite;
import avatar.phonetics.flite.FliteVoice;
import avatar.phonetics.speech.TimedSpeech;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RecordingResourceTest {

    private static final String TEXT = "Bob has a map.";

    @Inject
    Flite flite;

    @BeforeEach
    void needsTheLibrary() {
        assumeTrue(flite.missing(FliteVoice.SLT).isEmpty(), "libflite.so.1 is absent (package libflite1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick", "thorough"})
    void plansTheLipsOfARecording(String effort) {
        TimedSpeech speech = flite.speak(FliteVoice.SLT, TEXT, 1);

        VisemeTimeline timeline = read(form(speech).multiPart("text", TEXT).multiPart("effort", effort));

        assertThat(timeline.duration()).isEqualTo(speech.duration());
        assertThat(timeline.cues().stream().map(cue -> cue.viseme()).distinct())
                .contains(Viseme.M, Viseme.AA, Viseme.EH);
        assertThat(timeline.at(speech.words().getLast().start().plusMillis(20)).viseme())
                .isEqualTo(Viseme.M);
    }

    @Test
    void returnsThePhonemesAndWordsItFound() {
        TimedSpeech speech = flite.speak(FliteVoice.SLT, TEXT, 1);

        SpokenTimeline found = Json.read(answer(form(speech).multiPart("text", TEXT)), SpokenTimeline.class);

        assertThat(found.words()).extracting(Word::text).containsExactly("Bob", "has", "a", "map");
        assertThat(found.words().getLast().start())
                .isCloseTo(speech.words().getLast().start(), ofMillis(40));
        assertThat(found.phonemes()).extracting(Phoneme::symbol).contains("b", "aa", "m", "ae", "p");
        assertThat(found.phonemes().getLast().end()).isEqualTo(speech.duration());
    }

    @Test
    void acceptsTheTimesOfWords() {
        TimedSpeech speech = flite.speak(FliteVoice.SLT, TEXT, 1);

        VisemeTimeline timeline = read(form(speech)
                .multiPart("text", TEXT)
                .multiPart("language", "en-GB")
                .multiPart("words", new String(Json.write(speech.words()), StandardCharsets.UTF_8)));

        assertThat(timeline.duration()).isEqualTo(speech.duration());
    }

    @Test
    void acceptsTextsBeyondTheDefaultLimitOfForms() {
        String text = TEXT.repeat(300);

        assertProblem(form().multiPart("text", text), 422, "INVALID_AUDIO")
                .body("detail", containsString("The text takes about"));
    }

    @Test
    void namesTheFieldThatIsMissing() {
        assertProblem(form(), 400, "INVALID_REQUEST")
                .body("detail", equalTo("Expected the fields text and audio, found no text"));
        assertProblem(given().multiPart("text", TEXT), 400, "INVALID_REQUEST")
                .body("detail", equalTo("Expected the fields text and audio, found no audio"));
    }

    @Test
    void refusesOtherFiles() {
        assertProblem(given().multiPart("text", TEXT).multiPart("audio", "a.wav", new byte[100]), 422, "INVALID_AUDIO")
                .body("detail", equalTo("Expected a WAV file: found another format"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{}", "[1]", "[null]", "[{\"text\": \"a\"}]", "[] []"})
    void refusesInvalidWords(String words) {
        assertProblem(form().multiPart("text", TEXT).multiPart("words", words), 400, "INVALID_REQUEST");
    }

    @Test
    void refusesAnUnknownLanguage() {
        assertProblem(form().multiPart("text", TEXT).multiPart("language", "xx"), 422, "UNKNOWN_VOICE")
                .body("detail", containsString("No local voice speaks language 'xx'"));
    }

    @Test
    void refusesAnEffortItDoesNotKnow() {
        assertProblem(form().multiPart("text", TEXT).multiPart("effort", "some"), 400, "INVALID_REQUEST");
    }

    @Test
    void jsonKeepsItsOwnLimit() {
        byte[] spaces = new byte[2_000_000];
        Arrays.fill(spaces, (byte) ' ');

        assertProblem(given().contentType("application/json").body(spaces), 413, "BODY_TOO_LARGE")
                .body("detail", equalTo("Expected a body of at most 1048576 bytes, found 2000000"));
    }

    private RequestSpecification form() {
        return form(flite.speak(FliteVoice.SLT, TEXT, 1));
    }

    private static RequestSpecification form(TimedSpeech speech) {
        return given().multiPart("audio", "speech.wav", Waves.of(speech));
    }

    private static VisemeTimeline read(RequestSpecification request) {
        return Json.read(answer(request), VisemeTimeline.class);
    }

    private static byte[] answer(RequestSpecification request) {
        return request.post("/api/v1/timelines")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asByteArray();
    }

    private static ValidatableResponse assertProblem(RequestSpecification request, int status, String code) {
        return request.post("/api/v1/timelines")
                .then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:avatar:problem:" + code));
    }
}

package avatar.tts.system;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.problem.Problem;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.Topics;
import avatar.phonetics.flite.Flite;
import avatar.phonetics.flite.FliteVoice;
import avatar.phonetics.speech.TimedSpeech;
import avatar.speech.audio.PcmClip;
import avatar.speech.audio.SoundFiles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded speech, from the upload to the topics; every test has its own channel. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RecordedSpeechTest {

    private static final Path REAL =
            Path.of(System.getProperty("avatar.root", ".."), "../shared/data/speech/praatio_mary.wav");

    private static final byte[] TONE = SoundFiles.mp3(Duration.ofSeconds(1));

    @TestHTTPResource("/api/v1/channels/main/speech")
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI speech;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers = "";

    @Test
    void uploadIsAcceptedAndSpokenAsRecorded() {
        byte[] wav = spoken("Good morning, and welcome back.");

        String id = upload("recorded", form("Good morning, and welcome back.", wav))
                .statusCode(202)
                .header("Location", matchesPattern(".*/api/v1/utterances/[0-9a-f-]{36}"))
                .body("state", equalTo("accepted"))
                .extract()
                .path("utteranceId");

        List<SpeechSegment> segments = segments("recorded");
        assertThat(segments).hasSize(1);
        SpeechSegment segment = segments.getFirst();
        assertThat(segment.utteranceId()).isEqualTo(id);
        assertThat(segment.voice()).isEqualTo("recorded");
        assertThat(segment.text()).isEqualTo("Good morning, and welcome back.");
        assertThat(segment.audio()).isEqualTo(ByteBuffer.wrap(wav, 44, wav.length - 44));
        assertThat(segment.timeline().duration()).isEqualTo(segment.duration());
    }

    @Test
    void recordingOfAPersonIsSpoken() throws IOException {
        assumeTrue(Files.isRegularFile(REAL), "There is no real speech at " + REAL);

        upload(
                        "person",
                        form("Mary rolled the barrel.", Files.readAllBytes(REAL))
                                .multiPart("language", "en-US"))
                .statusCode(202);

        assertThat(segments("person").getLast().last()).isTrue();
    }

    @Test
    void fileOfTheLargestSizeGoesThroughKafkaAsItWasUploaded() {
        byte[] wav = new PcmClip(8_000, ByteBuffer.wrap(new byte[4_700_000]).put(101, (byte) 100)).toWav();

        upload("large", form("It is a large one.", wav).multiPart("mode", "enqueue"))
                .statusCode(202);

        try (Topic requests = new Topic(bootstrapServers, Topics.SPEECH_REQUESTS)) {
            SpeechRequest request = SpeechRequest.fromBytes(
                    requests.awaitOf("large", all -> !all.isEmpty()).getFirst().value());
            assertThat(request.recording()).isEqualTo(ByteBuffer.wrap(wav));
            assertThat(request.language()).isEqualTo("en-US");
        }
        assertThat(segments("large"))
                .hasSizeGreaterThan(8)
                .allSatisfy(segment -> assertThat(segment.audio().remaining()).isLessThanOrEqualTo(512 * 1024));
    }

    @Test
    void fileThatIsTooLargeIsRefused() {
        assertProblem(upload("main", form("Hi.", new byte[(8 << 20) + 1])), 413, "RECORDING_TOO_LARGE")
                .body("detail", equalTo("Expected a recording of at most 8388608 bytes, found 8388609"));
    }

    @Test
    void bodyWithTooLargeAContentLengthIsRefusedUnread() {
        RequestSpecification large =
                given().contentType("multipart/form-data; boundary=x").body(new byte[10 << 20]);

        assertProblem(upload("main", large), 413, "RECORDING_TOO_LARGE")
                .body("detail", equalTo("Expected a body of at most 8650752 bytes, found 10485760"));
    }

    @Test
    void otherFilesAreRefused() {
        assertProblem(upload("main", form("Hi.", "Not a sound.".getBytes(UTF_8))), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void silenceIsRefused() {
        byte[] silence = new PcmClip(16_000, ByteBuffer.allocate(32_000)).toWav();

        assertProblem(upload("main", form("Hi.", silence)), 422, "INVALID_AUDIO")
                .body("detail", equalTo("Expected speech, found 1000 ms of silence"));
    }

    @ParameterizedTest
    @CsvSource({"text, audio", "audio, text"})
    void formWithoutTextOrSoundIsRefused(String given, String missing) {
        RequestSpecification form = given().multiPart("mode", "replace");
        ValidatableResponse answer = upload(
                "main", given.equals("text") ? form.multiPart("text", "Hi.") : form.multiPart("audio", "a.mp3", TONE));

        assertProblem(answer, 400, "INVALID_REQUEST")
                .body("detail", equalTo("Expected a form with text and audio, found no " + missing));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--x\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nHi.",
                "--x\r\nContent-Disposition\r\r\n\r\nHi.\r\n--x--",
                "Hi.",
            })
    void formThatBreaksOffIsRefused(String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(speech)
                .header("Content-Type", "multipart/form-data; boundary=x")
                // Without a length.
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.getBytes(UTF_8))))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:avatar:problem:INVALID_REQUEST");
    }

    @Test
    void unsupportedOptionsAreRefused() {
        assertProblem(upload("main", form("?!", TONE)), 422, "INVALID_TEXT");
        assertProblem(upload("main", form("a".repeat(10_001), TONE)), 413, "TEXT_TOO_LONG");
        assertProblem(upload("main", form("Hi.", TONE).multiPart("mode", "stop")), 400, "INVALID_REQUEST");
        assertProblem(upload("main", form("Hi.", TONE).multiPart("language", "tlh-1")), 422, "UNKNOWN_VOICE")
                .body("detail", containsString("No voice of this machine speaks 'tlh-1'"));
        assertProblem(upload("Main", form("Hi.", TONE)), 400, "INVALID_CHANNEL");
    }

    @Test
    void apiDescribesBothBodies() {
        given().header("Accept", "application/json")
                .get("/api/v1/openapi")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/api/v1/channels/{channel}/speech'.post.requestBody.content.keySet()",
                        hasItems("application/json", "multipart/form-data"));
    }

    private List<SpeechSegment> segments(String channel) {
        try (Topic segments = new Topic(bootstrapServers, Topics.SPEECH_SEGMENTS)) {
            return segments
                    .awaitOf(
                            channel,
                            all -> !all.isEmpty()
                                    && SpeechSegment.fromBytes(all.getLast().value())
                                            .last())
                    .stream()
                    .map(segment -> SpeechSegment.fromBytes(segment.value()))
                    .toList();
        }
    }

    private static RequestSpecification form(String text, byte[] audio) {
        return given().multiPart("text", text).multiPart("audio", "recording", audio);
    }

    private static ValidatableResponse upload(String channel, RequestSpecification form) {
        return form.post("/api/v1/channels/" + channel + "/speech").then();
    }

    private static ValidatableResponse assertProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:avatar:problem:" + code));
    }

    /** A recording of a text, made with the local voice. */
    private static byte[] spoken(String text) {
        try (Flite flite = Flite.open()) {
            TimedSpeech speech = flite.speak(FliteVoice.SLT, text, 1.0);
            return new PcmClip(speech.sampleRateHz(), speech.audio()).toWav();
        }
    }
}

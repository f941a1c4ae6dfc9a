package avatar.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API through the gateway: what it does with good and with bad input. */
@ExtendWith(RunningSystem.Extension.class)
class SpeakApiTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Path RECORDING =
            Path.of(System.getProperty("avatar.root", ".."), "../shared/data/speech/ae_msajc003.wav");

    private final Api api;

    SpeakApiTest(RunningSystem system) {
        api = new Api(system);
    }

    @BeforeEach
    void silence() {
        api.stop();
    }

    @Test
    void utteranceIsSpokenToItsEnd() {
        String utterance = api.say("Good morning.");

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.stateOf(utterance)).isEqualTo("done"));
        assertThat(Api.json(api.get("/api/v1/utterances/" + utterance)).toString())
                .contains("accepted", "synthesizing", "speaking", "done");
    }

    /** More than one channel queues: whatever is over its limit is refused at once, and nothing is dropped later. */
    @Test
    void eachOf200TextsAtOnceIsRefusedAtOnceOrSpoken() throws Exception {
        List<Callable<HttpResponse<String>>> requests = Collections.nCopies(
                200, () -> api.speak(Map.of("text", "Yes.", "voice", "flite-slt", "rate", 2.0, "mode", "enqueue")));

        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> answer : callers.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .contains(202, 429)
                .containsOnly(202, 429);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 429)
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Retry-After")).isPresent());
        List<String> accepted = answers.stream()
                .filter(answer -> answer.statusCode() == 202)
                .map(answer -> Api.json(answer).path("utteranceId").asText())
                .toList();
        await().atMost(TIMEOUT.multipliedBy(6))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(accepted)
                        .allSatisfy(id -> assertThat(api.stateOf(id)).isEqualTo("done")));
    }

    @Test
    void recordingOfAPersonIsSpokenToItsEnd() throws IOException {
        assumeTrue(Files.isRegularFile(RECORDING), "There is no recorded speech at " + RECORDING);

        HttpResponse<String> accepted =
                api.speakRecorded("amongst her friends she was considered beautiful", Files.readAllBytes(RECORDING));

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String utterance = Api.json(accepted).path("utteranceId").asText();
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.stateOf(utterance)).isEqualTo("done"));
    }

    @Test
    void recordingThatIsNoneIsRefused() {
        HttpResponse<String> refused = api.speakRecorded("Hello.", new byte[] {1, 2, 3});

        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.body()).contains("Expected a recording as WAV, MP3 or OGG");
    }

    @Test
    void newestUtteranceWins() {
        String first = api.say(
                "This is a long sentence, which nobody will hear to its end, because the next one is in a hurry.");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.stateOf(first)).isEqualTo("speaking"));

        String second = api.say("Here I am.");

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.stateOf(first)).isEqualTo("replaced"));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.stateOf(second)).isEqualTo("done"));
    }

    @Test
    void queuedUtteranceWaitsItsTurn() {
        String first = api.say("One after the other.");
        HttpResponse<String> queued = api.speak(Map.of("text", "That is me.", "mode", "enqueue"));
        String second = Api.json(queued).path("utteranceId").asText();

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.stateOf(second)).isEqualTo("done"));
        assertThat(api.stateOf(first)).isEqualTo("done");
    }

    @Test
    void stopEndsSpeech() {
        String utterance =
                api.say("This is a long sentence, and somebody will stop it long before it comes to its end, I fear.");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.stateOf(utterance)).isEqualTo("speaking"));

        api.stop();

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.stateOf(utterance)).isEqualTo("stopped"));
    }

    @Test
    void emptyTextIsRefused() {
        assertProblem(api.speak(Map.of("text", "  ")), 422, "INVALID_TEXT");
    }

    @Test
    void textOverTheLimitIsRefusedWithTheLimit() {
        HttpResponse<String> response = api.speak(Map.of("text", "a".repeat(10_001)));

        assertProblem(response, 413, "TEXT_TOO_LONG");
        assertThat(response.body()).contains("10001").contains("10000");
    }

    @Test
    void unknownVoiceIsRefusedWithTheVoicesThereAre() {
        HttpResponse<String> response = api.speak(Map.of("text", "Hello", "voice", "nobody"));

        assertProblem(response, 422, "UNKNOWN_VOICE");
        assertThat(response.body()).contains("nobody").contains("flite-slt");
    }

    @Test
    void channelWithOtherCharactersIsRefused() {
        assertProblem(
                api.post("/api/v1/channels/Main_1/speech", "application/json", "{\"text\": \"Hello\"}"),
                400,
                "INVALID_CHANNEL");
    }

    @Test
    void whatIsNotJsonIsRefused() {
        assertProblem(api.post("/api/v1/channels/main/speech", "application/json", "Hello"), 400, "INVALID_REQUEST");
        assertProblem(api.post("/api/v1/channels/main/speech", "text/plain", "Hello"), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void unknownPathsAndChannelsAreProblemsToo() {
        assertProblem(api.get("/api/v1/nothing"), 404, "NOT_FOUND");
        assertProblem(api.get("/stream/nobody.mjpeg"), 404, "NOT_FOUND");
        assertProblem(api.get("/api/v1/utterances/none"), 404, "NOT_FOUND");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Api.json(response).path("type").asText()).isEqualTo("urn:avatar:problem:" + code);
        assertThat(Api.json(response).path("detail").asText()).isNotBlank();
    }
}

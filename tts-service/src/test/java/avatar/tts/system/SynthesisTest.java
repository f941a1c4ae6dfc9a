package avatar.tts.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import avatar.contract.json.Json;
import avatar.contract.problem.Problem;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.Topics;
import avatar.contract.viseme.Word;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Synthesis for its caller only, over HTTP, with the real voice. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SynthesisTest {

    private static final String PATH = "/api/v1/synthesis";
    private static final String LONG_TEXT = "This is one more sentence of a very long story. ".repeat(200);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers = "";

    @TestHTTPResource(management = true)
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI management;

    @TestHTTPResource(PATH)
    URI synthesis = URI.create(PATH);

    @Test
    void textIsSpokenToItsCallerWithItsWords() throws Exception {
        List<SpeechSegment> spoken = segments(Map.of("text", "Hello there. The weather is fine today."));

        assertThat(spoken)
                .extracting(SpeechSegment::text)
                .containsExactly("Hello there.", "The weather is fine today.");
        assertThat(spoken).extracting(SpeechSegment::last).containsExactly(false, true);
        assertThat(spoken.getFirst().words()).extracting(Word::text).containsExactly("Hello", "there");
        assertThat(spoken).allSatisfy(segment -> {
            assertThat(segment.timeline().duration()).isEqualTo(segment.duration());
            assertThat(segment.phonemes()).isNotEmpty();
            assertThat(segment.words().getLast().end()).isLessThan(segment.duration());
        });
        try (Topic topic = new Topic(bootstrapServers, Topics.SPEECH_SEGMENTS)) {
            assertThat(topic.of(spoken.getFirst().channel()))
                    .noneMatch(record -> SpeechSegment.fromBytes(record.value())
                            .utteranceId()
                            .equals(spoken.getFirst().utteranceId()));
        }
    }

    @Test
    void rateIsThatOfTheRequest() throws Exception {
        Duration slow = length(segments(Map.of("text", "The weather is fine.", "rate", 0.5)));
        Duration fast = length(segments(Map.of("text", "The weather is fine.", "rate", 2.0)));

        assertThat(slow).isGreaterThan(fast.multipliedBy(2));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"text\": \"?!\"}', 422, INVALID_TEXT",
        "'{\"text\": \"a\", \"voice\": \"nobody\"}', 422, UNKNOWN_VOICE",
        "'{\"text\": \"a\", \"rate\": 3}', 422, INVALID_RATE",
        "'{\"text\": \"<p>\", \"ssml\": true}', 400, INVALID_SSML",
        "'{\"txt\": \"a\"}', 400, INVALID_REQUEST"
    })
    void requestRefusedOnAChannelIsRefusedHere(String body, int status, String code) {
        for (String path : List.of(PATH, "/api/v1/channels/main/speech")) {
            given().contentType("application/json")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(status)
                    .contentType(Problem.MEDIA_TYPE)
                    .body("type", equalTo("urn:avatar:problem:" + code));
        }
    }

    @Test
    void textThatIsTooLongIsRefused() {
        given().contentType("application/json")
                .body(Json.write(Map.of("text", "a".repeat(10_001))))
                .post(PATH)
                .then()
                .statusCode(413);
    }

    @Test
    void failureAfterTheFirstSegmentIsVisibleToTheCaller() {
        String ssml = "<speak>The first sentence is spoken. The second is too long.<break time='10s'/></speak>";
        List<SpeechSegment> spoken = new ArrayList<>();

        // However the connection ends, the last segment was not there.
        try (InputStream in = ask(Map.of("text", ssml, "ssml", true)).body()) {
            readInto(spoken, in);
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }

        assertThat(spoken).isNotEmpty().noneMatch(SpeechSegment::last);
    }

    @Test
    void disconnectedCallerEndsTheSynthesis() throws Exception {
        double before = count("abandoned");

        try (InputStream in = ask(Map.of("text", LONG_TEXT)).body()) {
            assertThat(next(new DataInputStream(in)).last()).isFalse();
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(count("abandoned")).isEqualTo(before + 1));
    }

    private List<SpeechSegment> segments(Map<String, Object> order) throws IOException {
        List<SpeechSegment> spoken = new ArrayList<>();
        try (InputStream in = ask(order).body()) {
            readInto(spoken, in);
        }
        return spoken;
    }

    private static void readInto(List<SpeechSegment> spoken, InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        while (spoken.isEmpty() || !spoken.getLast().last()) {
            try {
                spoken.add(next(data));
            } catch (EOFException e) {
                return;
            }
        }
    }

    private static SpeechSegment next(DataInputStream in) throws IOException {
        byte[] record = new byte[in.readInt()];
        in.readFully(record);
        return SpeechSegment.fromBytes(record);
    }

    private HttpResponse<InputStream> ask(Map<String, Object> order) {
        HttpRequest request = HttpRequest.newBuilder(synthesis)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.write(order)))
                .build();
        try {
            HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration length(List<SpeechSegment> segments) {
        return segments.stream().map(SpeechSegment::duration).reduce(Duration.ZERO, Duration::plus);
    }

    private double count(String outcome) {
        String metrics = given().get(management.resolve("/q/metrics")).asString();
        return metrics.lines()
                .filter(line -> line.startsWith("avatar_tts_syntheses_total{outcome=\"%s\"".formatted(outcome)))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}

package avatar.compositor.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import avatar.compositor.testsupport.Surroundings;
import avatar.compositor.testsupport.Topic;
import avatar.contract.problem.Problem;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.Topics;
import avatar.contract.viseme.Viseme;
import avatar.pictures.fixtures.Tones;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was said, word by word, of segments that came over Kafka. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class ArchiveApiTest {

    @Nullable
    Surroundings surroundings;

    @Test
    void utteranceIsDescribedWordByWord() {
        SpeechSegment first = Tones.segment("kept", 0, false, 16_000, 250, Viseme.K, Viseme.M);
        send(first, Tones.segment("kept", 1, true, 16_000, 250, Viseme.K, Viseme.M));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/api/v1/utterances/kept/timeline")
                        .then()
                        .statusCode(200)
                        .body("complete", equalTo(true)));
        given().get("/api/v1/utterances/kept/timeline")
                .then()
                .contentType("application/json")
                .body("utteranceId", equalTo("kept"))
                .body("channel", equalTo("main"))
                .body("avatar", equalTo("default"))
                .body("voice", equalTo("voice"))
                .body("text", equalTo("text text"))
                .body("duration", equalTo(1.0f))
                .body("sampleRateHz", equalTo(16_000))
                .body("words.text", contains("text", "text"))
                .body("words.start", contains(0.0f, 0.5f))
                .body("phonemes.symbol", contains("K", "M", "K", "M"))
                .body("cues.viseme", contains("K", "M", "K", "M"))
                .body("cues.end", contains(0.25f, 0.5f, 0.75f, 1.0f));
        byte[] wave = given().get("/api/v1/utterances/kept/audio.wav")
                .then()
                .statusCode(200)
                .contentType("audio/wav")
                .extract()
                .asByteArray();
        byte[] samples = new byte[first.audio().remaining()];
        first.audio().get(samples);
        assertThat(wave).hasSize(44 + 2 * samples.length);
        assertThat(Arrays.copyOfRange(wave, 44, 44 + samples.length)).isEqualTo(samples);
        byte[] part = given().header("Range", "bytes=44-51")
                .get("/api/v1/utterances/kept/audio.wav")
                .then()
                .statusCode(206)
                .header("Accept-Ranges", "bytes")
                .header("Content-Range", "bytes 44-51/" + wave.length)
                .extract()
                .asByteArray();
        assertThat(part).isEqualTo(Arrays.copyOfRange(wave, 44, 52));
        given().header("Range", "bytes=%d-".formatted(wave.length))
                .get("/api/v1/utterances/kept/audio.wav")
                .then()
                .statusCode(416)
                .contentType(Problem.MEDIA_TYPE)
                .header("Content-Range", "bytes */" + wave.length);
    }

    @Test
    void unknownUtteranceIsAProblem() {
        for (String what : new String[] {"timeline", "audio.wav"}) {
            given().get("/api/v1/utterances/unheard/" + what)
                    .then()
                    .statusCode(404)
                    .contentType(Problem.MEDIA_TYPE)
                    .body("detail", equalTo("No utterance 'unheard' is kept; the latest 200 are, up to 64 MB"));
        }
        given().delete("/api/v1/utterances/unheard/timeline").then().statusCode(405);
    }

    private void send(SpeechSegment... segments) {
        if (surroundings == null) {
            throw new IllegalStateException("Quarkus did not hand over the surroundings");
        }
        try (Topic topic = new Topic(surroundings.bootstrapServers(), Topics.SPEECH_EVENTS)) {
            topic.send(segments);
        }
    }
}

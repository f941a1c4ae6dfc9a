package avatar.compositor.renders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import avatar.compositor.testsupport.Leftovers;
import avatar.compositor.testsupport.Surroundings;
import avatar.compositor.testsupport.Topic;
import avatar.compositor.testsupport.TtsStandIn;
import avatar.contract.problem.Problem;
import avatar.contract.speech.Topics;
import avatar.contract.viseme.Viseme;
import avatar.pictures.fixtures.DecodedRender;
import avatar.pictures.fixtures.Tones;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Renders over HTTP, of the small avatar of the surroundings. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class RendersApiTest {

    private static final String PATH = "/api/v1/renders";

    @ConfigProperty(name = "avatar.renders.folder")
    Path renders = Path.of("");

    @TempDir
    Path folder;

    @Nullable
    Surroundings surroundings;

    @ParameterizedTest
    @CsvSource({"mp4, video/mp4", "webm, video/webm"})
    void renderOfATextIsMadeAndServed(String format, String type) throws IOException {
        String id = order("{\"text\": \"Hello.\", \"voice\": \"flite-slt\", \"rate\": 1.5, \"format\": \"%s\"}"
                .formatted(format));

        awaitDone(id)
                .body("percent", equalTo(100))
                .body("url", equalTo("%s/%s.%s".formatted(PATH, id, format)))
                .body("format", equalTo(format));
        assertThat(tts().asked()).contains("\"text\":\"Hello.\"", "\"voice\":\"flite-slt\"", "\"rate\":1.5");
        byte[] bytes = given().get(PATH + "/" + id + "." + format)
                .then()
                .statusCode(200)
                .contentType(type)
                .header("Accept-Ranges", "bytes")
                .extract()
                .asByteArray();
        DecodedRender decoded = DecodedRender.read(Files.write(folder.resolve("render." + format), bytes));
        assertThat(decoded.seconds()).isCloseTo(2.5, within(0.04));
        assertThat(decoded.firstSound(3_000)).isCloseTo(0.4, within(0.002));
    }

    @Test
    void rangeOfARenderIsServed() {
        String id = order("{\"text\": \"Hello.\"}");
        awaitDone(id);
        String url = PATH + "/" + id + ".mp4";
        byte[] all = given().get(url).asByteArray();

        byte[] part = given().header("Range", "bytes=10-19")
                .get(url)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 10-19/" + all.length)
                .extract()
                .asByteArray();
        byte[] end = given().header("Range", "bytes=%d-".formatted(all.length - 5))
                .get(url)
                .then()
                .statusCode(206)
                .extract()
                .asByteArray();

        assertThat(part).isEqualTo(Arrays.copyOfRange(all, 10, 20));
        assertThat(end).isEqualTo(Arrays.copyOfRange(all, all.length - 5, all.length));
        given().header("Range", "bytes=%d-".formatted(all.length + 1))
                .get(url)
                .then()
                .statusCode(416)
                .contentType(Problem.MEDIA_TYPE);
        given().head(url).then().statusCode(200).header("Content-Length", Integer.toString(all.length));
    }

    @Test
    void renderOfAnUtteranceHasItsSpeech() {
        try (Topic topic = new Topic(surroundings().bootstrapServers(), Topics.SPEECH_EVENTS)) {
            topic.send(Tones.segment("rendered", 0, true, 16_000, 500, Viseme.K, Viseme.M));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> given().get("/api/v1/utterances/rendered/timeline")
                            .then()
                            .statusCode(200));
        }

        String id = order("{\"utterance\": \"rendered\", \"leadIn\": 0, \"leadOut\": 0}");

        awaitDone(id).body("duration", equalTo(1.0f));
    }

    @Test
    void cancelledRenderLeavesNothing() {
        String id = order("{\"text\": \"long\"}");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> status(id).body("state", equalTo("running")));
        given().get(PATH + "/" + id + ".mp4")
                .then()
                .statusCode(409)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", equalTo("Render '%s' is running".formatted(id)));

        given().delete(PATH + "/" + id).then().statusCode(204);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> status(id).body("state", equalTo("cancelled")));
        assertThat(filesOf(id)).isEmpty();
        given().delete(PATH + "/" + id).then().statusCode(204);
        given().get(PATH + "/" + id).then().statusCode(404);
    }

    @Test
    void renderIsCancelledWhileItWaitsForSpeech() {
        String id = order("{\"text\": \"held\"}");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> status(id).body("percent", greaterThan(0)));

        given().delete(PATH + "/" + id).then().statusCode(204);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> status(id).body("state", equalTo("cancelled")));
        tts().letGo();
        assertThat(filesOf(id)).isEmpty();
    }

    @Test
    void deletedRenderIsGone() {
        String id = order("{\"text\": \"Hello.\"}");
        awaitDone(id);
        assertThat(filesOf(id)).hasSize(1);

        given().delete(PATH + "/" + id).then().statusCode(204);

        assertThat(filesOf(id)).isEmpty();
        given().get(PATH + "/" + id + ".mp4").then().statusCode(404);
    }

    @Test
    void speechThatBreaksOffFailsTheRender() {
        String id = order("{\"text\": \"broken\"}");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> status(id)
                        .body("state", equalTo("failed"))
                        .body("url", nullValue())
                        .body("detail", containsString("broke off after segment 0, which was not the last")));
        assertThat(filesOf(id)).isEmpty();
    }

    @Test
    void noMoreRendersWaitThanAllowed() {
        String running = order("{\"text\": \"held\"}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> status(running).body("state", equalTo("running")));
        String second = order("{\"text\": \"Hello.\"}");
        String third = order("{\"text\": \"Hello.\"}");

        refused("{\"text\": \"Hello.\"}", 503, "TOO_MANY_RENDERS").body("detail", containsString("2 renders wait"));
        status(second).body("state", equalTo("queued")).body("percent", equalTo(0));
        given().delete(PATH + "/" + third).then().statusCode(204);
        status(third).body("state", equalTo("cancelled"));
        String fourth = order("{\"text\": \"Hello.\"}");
        // Nothing of this is seen live.
        given().get("/state").then().body("channels.find { it.id == 'main' }.speaking", nullValue());

        tts().letGo();
        awaitDone(running);
        awaitDone(second);
        awaitDone(fourth);
        given().get(PATH).then().statusCode(200).body("id", hasItem(second));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{} | 400 | INVALID_REQUEST | either a 'text' or an 'utterance', found neither",
                "{\"text\": \"a\", \"utterance\": \"b\"} | 400 | INVALID_REQUEST | found both",
                "{\"text\": 1} | 400 | INVALID_REQUEST | 'text' must be a string, found 1",
                "{\"text\": \"a\", \"format\": \"gif\"} | 400 | INVALID_REQUEST | 'format' must be 'mp4' or 'webm'",
                "{\"text\": \"a\", \"fps\": 100} | 422 | INVALID_RENDER | fps of 1 to 60, found 100.0",
                "{\"text\": \"a\", \"width\": 101} | 422 | INVALID_RENDER | an even width of 16 to 4096 pixels, found 101",
                "{\"text\": \"a\", \"leadIn\": -1} | 422 | INVALID_RENDER | leadIn of 0 to 60 seconds, found -1.0",
                "{\"text\": \"a\", \"avatar\": \"nobody\"} | 404 | NOT_FOUND | no avatar 'nobody'",
                "{\"text\": \"a\", \"avatar\": \"../x\"} | 404 | NOT_FOUND | no avatar '../x'",
                "{\"utterance\": \"unheard\"} | 404 | NOT_FOUND | No utterance 'unheard' is kept",
                "{\"text\": \"refused\"} | 422 | UNKNOWN_VOICE | Voice 'nobody' is unknown",
                "[] | 400 | INVALID_REQUEST | JSON object",
                "x | 400 | INVALID_REQUEST | Not JSON"
            })
    void orderThatCannotBeDoneIsRefused(String order, int status, String code, String detail) {
        refused(order, status, code).body("detail", containsString(detail));
    }

    @Test
    void widthBeyondTheAvatarsFailsTheRender() {
        String id = order("{\"text\": \"Hello.\", \"width\": 640}");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> status(id)
                        .body("state", equalTo("failed"))
                        .body("detail", equalTo("Expected a width of at most 320, the avatar's own, found 640")));
    }

    @Test
    void incompleteFilesOfAKilledProcessAreRemovedAndCompleteOnesKept() {
        assertThat(renders.resolve(Leftovers.UNFINISHED)).doesNotExist();
        assertThat(renders.resolve(Leftovers.NOTE)).exists();
        given().get(PATH + "/" + Leftovers.NOTE).then().statusCode(404);
        status(Leftovers.RENDER).body("state", equalTo("done")).body("bytes", equalTo(1_000));
        given().get(PATH + "/" + Leftovers.RENDER + ".mp4")
                .then()
                .statusCode(200)
                .header("Content-Length", "1000");
    }

    @Test
    void otherMethodsAreRefused() {
        given().put(PATH).then().statusCode(405).header("Allow", "GET, POST");
        given().put(PATH + "/x").then().statusCode(405).header("Allow", "GET, HEAD, DELETE");
    }

    private static String order(String body) {
        ValidatableResponse answer = given().contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(202);
        String id = answer.extract().path("id");
        answer.header("Location", containsString(PATH + "/" + id));
        return id;
    }

    private static ValidatableResponse refused(String body, int status, String code) {
        return given().contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:avatar:problem:" + code));
    }

    private static ValidatableResponse status(String id) {
        return given().get(PATH + "/" + id).then().statusCode(200);
    }

    private static ValidatableResponse awaitDone(String id) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> status(id).body("state", equalTo("done")));
        return status(id);
    }

    private List<Path> filesOf(String id) {
        try (Stream<Path> files = Files.list(renders)) {
            return files.filter(file -> file.getFileName().toString().contains(id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TtsStandIn tts() {
        return surroundings().tts();
    }

    private Surroundings surroundings() {
        if (surroundings == null) {
            throw new IllegalStateException("Quarkus did not hand over the surroundings");
        }
        return surroundings;
    }
}

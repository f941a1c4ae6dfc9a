package avatar.compositor.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import avatar.compositor.testsupport.Http;
import avatar.compositor.testsupport.PartReader;
import avatar.compositor.testsupport.PartReader.ReadPart;
import avatar.compositor.testsupport.Surroundings;
import avatar.compositor.testsupport.Topic;
import avatar.contract.speech.Topics;
import avatar.contract.viseme.Viseme;
import avatar.pictures.fixtures.Pictures;
import avatar.pictures.playback.Speech;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The avatar is of 320 x 240 pixels and 25 frames a second. */
@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class StreamOptionsOnHttpTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TestHTTPResource(management = true)
    URI management;

    @TestHTTPResource("/")
    URI root;

    Surroundings surroundings;

    @BeforeEach
    void awaitReady() {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(
                                Http.get(management.resolve("/q/health/ready")).statusCode())
                        .isEqualTo(200));
    }

    @Test
    void smallerPicturesAreSmaller() throws IOException {
        byte[] whole = read("/stream/main.mjpeg", 3).getLast().body();
        byte[] rough = read("/stream/main.mjpeg?quality=30", 3).getLast().body();
        byte[] small = read("/stream/main.mjpeg?width=160", 3).getLast().body();

        assertThat(Pictures.decode(small)).hasSize(160 * 120 * 3);
        assertThat(Pictures.decode(rough)).hasSize(320 * 240 * 3);
        assertThat(rough.length).isLessThan(whole.length * 2 / 3);
    }

    @Test
    void fewerFramesAreFewer() throws IOException {
        List<ReadPart> parts = read("/stream/main.mjpeg?fps=5", 6);

        double span = parts.getLast().timestamp() - parts.get(1).timestamp();
        assertThat(span).isBetween(0.79, 1.2);
    }

    @Test
    void unusedSizesMakeRoomForOthers() throws IOException {
        for (int quality : Variant.QUALITIES) {
            assertThat(read("/stream/main.mjpeg?quality=" + quality, 2)).hasSize(2);
            await().atMost(TIMEOUT)
                    .untilAsserted(
                            () -> given().get("/api/v1/channels/main").then().body("viewers", equalTo(0)));
        }
    }

    @Test
    void moreSizesThanAllowedAreRefused() throws IOException {
        List<PartReader> readers = new ArrayList<>();
        for (int quality : List.of(30, 40, 50, 60)) {
            readers.add(new PartReader(
                    Http.open(at("/stream/main.mjpeg?quality=" + quality)).body()));
            readers.getLast().next();
        }

        given().get("/stream/main.mjpeg?quality=70")
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:avatar:problem:TOO_MANY_VIEWERS"));

        assertThat(read("/stream/main.mjpeg?quality=60", 2))
                .as("one that is there")
                .hasSize(2);
        for (PartReader reader : readers) {
            reader.close();
        }
    }

    @Test
    void allSoundIsSentAheadByTheLead() throws IOException {
        try (Topic events = new Topic(surroundings.bootstrapServers(), Topics.SPEECH_EVENTS);
                PartReader reader =
                        new PartReader(Http.open(at("/av/main?lead=200")).body())) {
            reader.next();
            events.send(Speech.replace("led", 0, true, 1000, Viseme.AA));

            int bytes = 0;
            double latestSound = 0;
            while (bytes < 32_000 || latestSound > 0) {
                ReadPart part = reader.next();
                if (part.isFrame()) {
                    assertThat(latestSound)
                            .as("sound comes before its frame, which is seen for 40 ms")
                            .isLessThan(part.timestamp() + 0.2 + 0.04);
                    latestSound = 0;
                } else {
                    latestSound = part.timestamp();
                    bytes += part.body().length;
                }
            }
            assertThat(bytes).isEqualTo(32_000);
        }
    }

    @Test
    void everyFrameOfAStreamWithSoundDescribesTheSpeech() throws IOException {
        ReadPart idle = read("/av/main", 2).getLast();

        assertThat(idle.headers())
                .containsEntry("X-Utterance", "")
                .containsEntry("X-Viseme", "Sil")
                .containsEntry("X-Audio-Position", "0.000000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/stream/main.mjpeg?fps=0|Option 'fps' must be a whole number from 1 to 60, not '0'",
                "/av/main?width=640|Option 'width' must be at most 320, the avatar's own, not '640'",
                "/av/main?lead=x|Option 'lead' must be a whole number from 0 to 5000, not 'x'",
            })
    void invalidOptionIsAProblem(String path, String detail) {
        given().get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:avatar:problem:INVALID_OPTION"))
                .body("detail", equalTo(detail));
    }

    private List<ReadPart> read(String path, int count) throws IOException {
        List<ReadPart> parts = new ArrayList<>();
        try (PartReader reader = new PartReader(Http.open(at(path)).body())) {
            while (parts.size() < count) {
                parts.add(reader.next());
            }
        }
        return parts;
    }

    private URI at(String path) {
        return root.resolve(path);
    }
}

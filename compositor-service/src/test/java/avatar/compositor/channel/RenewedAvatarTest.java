package avatar.compositor.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.compositor.testsupport.Http;
import avatar.compositor.testsupport.PartReader;
import avatar.compositor.testsupport.Surroundings;
import avatar.compositor.testsupport.Topic;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.Topics;
import avatar.pictures.fixtures.Bundles;
import avatar.pictures.fixtures.Scene;
import avatar.pictures.playback.Speech;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** An avatar that is made again while a channel shows it. */
@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class RenewedAvatarTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @TestHTTPResource("/")
    URI root;

    Surroundings surroundings;

    @Test
    void isShownOnceTheChannelHasFinishedItsSpeech() throws Exception {
        put(Scene.of(320, 240, 5));
        given().contentType("application/json")
                .body(Map.of("id", "changeling", "avatar", "changeling"))
                .post("/api/v1/channels")
                .then()
                .statusCode(201);
        await().atMost(TIMEOUT).until(() -> width() == 320);

        try (Topic events = new Topic(surroundings.bootstrapServers(), Topics.SPEECH_EVENTS);
                PartReader watched =
                        new PartReader(Http.open(root.resolve("/av/changeling")).body())) {
            events.send(Speech.onChannel("changeling", "long", SpeechMode.REPLACE, 0, true, 12_000));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(events.statesOf("long")).containsExactly("speaking"));
            FutureTask<Boolean> sentAway = new FutureTask<>(() -> ChannelApiTest.endOf(watched));
            Thread.startVirtualThread(sentAway);
            put(Scene.of(160, 120, 3));

            await().atMost(TIMEOUT).until(() -> width() == 160);

            assertThat(events.statesOf("long")).containsExactly("speaking", "done");
            assertThat(sentAway.get(20, TimeUnit.SECONDS))
                    .as("viewers connect again")
                    .isTrue();
        } finally {
            given().delete("/api/v1/channels/changeling").then().statusCode(204);
        }
    }

    /** As setup-job does it: whole, then renamed. */
    private void put(Scene scene) throws Exception {
        Path growing = surroundings.avatars().resolve(".growing").resolve("changeling");
        Path target = surroundings.avatars().resolve("changeling");
        Bundles.write(growing, scene, 25);
        if (Files.exists(target)) {
            Files.move(target, surroundings.avatars().resolve(".old"));
        }
        Files.move(growing, target);
    }

    /** Of the picture that is seen; 0 while there is none. */
    private int width() throws Exception {
        byte[] jpeg = Http.bytes(root.resolve("/snapshot/changeling.jpg")).body();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
        return picture == null ? 0 : picture.getWidth();
    }
}

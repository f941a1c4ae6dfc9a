package avatar.compositor.renders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import avatar.compositor.testsupport.Leftovers;
import avatar.compositor.testsupport.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Renders that a killed process had not finished. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class RestartedRendersTest {

    private static final String PATH = "/api/v1/renders/";

    @ConfigProperty(name = "avatar.renders.folder")
    Path renders = Path.of("");

    @Test
    void renderOfATextIsMadeAgain() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get(PATH + Leftovers.RUNNING)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("done"))
                        .body("url", equalTo(PATH + Leftovers.RUNNING + ".webm")));
        assertThat(renders.resolve(Leftovers.RUNNING + ".webm")).isNotEmptyFile();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(requests()).noneMatch(name -> name.contains(Leftovers.RUNNING)));
    }

    @Test
    void renderOfAnUtteranceThatIsKeptNoLongerFailsWithTheReason() {
        given().get(PATH + Leftovers.OF_UTTERANCE)
                .then()
                .statusCode(200)
                .body("state", equalTo("failed"))
                .body("detail", startsWith("The compositor was restarted, and keeps utterance 'forgotten' no longer"));
    }

    private List<String> requests() throws IOException {
        try (Stream<Path> files = Files.list(renders)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".request.json"))
                    .toList();
        }
    }
}

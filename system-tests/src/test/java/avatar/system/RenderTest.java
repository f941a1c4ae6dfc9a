package avatar.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import avatar.contract.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was said live, as a file. */
@ExtendWith(RunningSystem.Extension.class)
class RenderTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** Before and after the speech. */
    private static final double LEADS = 0.4 + 0.6;

    private final RunningSystem system;
    private final HttpClient http = HttpClient.newHttpClient();

    RenderTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void rendersAnUtteranceAsItWasSpokenAndPlaysItInABrowser() throws Exception {
        String utterance = send("/api/v1/channels/main/speech", "{\"text\": \"Films are made of this.\"}")
                .path("utteranceId")
                .asText();
        String timeline = "/api/v1/utterances/%s/timeline".formatted(utterance);
        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> get(timeline).path("complete").asBoolean());
        double spoken = get(timeline).path("duration").asDouble();
        assertThat(get(timeline).path("words")).isNotEmpty();

        String render = "/api/v1/renders/"
                + send("/api/v1/renders", "{\"utterance\": \"%s\"}".formatted(utterance))
                        .path("id")
                        .asText();
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(get(render).path("state").asText())
                        .as("%s", get(render))
                        .isEqualTo("done"));

        try (Browser browser = new Browser()) {
            browser.driver.get(system.at("/?plain").toString());
            browser.driver.executeScript("""
                    const video = document.createElement('video');
                    video.id = 'render';
                    video.muted = true;
                    video.src = arguments[0];
                    document.body.prepend(video);
                    video.play();""", render + ".mp4");
            await().atMost(TIMEOUT)
                    .until(() -> Boolean.TRUE.equals(
                            browser.driver.executeScript("return document.getElementById('render').ended")));
            double length = ((Number) Objects.requireNonNull(
                            browser.driver.executeScript("return document.getElementById('render').duration")))
                    .doubleValue();
            assertThat(length).isCloseTo(spoken + LEADS, within(0.05));
        }
    }

    private JsonNode get(String path) throws Exception {
        return json(HttpRequest.newBuilder(system.at(path)));
    }

    private JsonNode send(String path, String body) throws Exception {
        return json(HttpRequest.newBuilder(system.at(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode json(HttpRequest.Builder request) throws Exception {
        return Json.mapper()
                .readTree(http.send(request.build(), BodyHandlers.ofByteArray()).body());
    }
}

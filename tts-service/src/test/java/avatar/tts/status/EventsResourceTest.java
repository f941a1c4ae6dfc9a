package avatar.tts.status;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.json.Json;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechState;
import avatar.tts.system.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@Timeout(30)
class EventsResourceTest {

    @TestHTTPResource("/api/v1/channels/")
    URI channels = URI.create("");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void listenerReceivesAllEventsOfTheChannelOnly() throws Exception {
        try (BufferedReader stream = listen("listened")) {
            List<String> opening = readUntil(stream, line -> line.startsWith(":"));

            speak("another");
            speak("listened");

            assertThat(opening).allMatch(line -> line.isEmpty() || line.startsWith(":"));
            List<String> received = readUntil(stream, line -> line.contains("\"synthesizing\""));
            assertThat(received).contains("event:accepted", "event:synthesizing");
            assertThat(received.stream()
                            .filter(line -> line.startsWith("data:"))
                            .map(this::event))
                    .allSatisfy(event -> assertThat(event.channel()).isEqualTo("listened"))
                    .extracting(SpeechEvent::state)
                    .contains(SpeechState.ACCEPTED, SpeechState.SYNTHESIZING);
        }
    }

    @Test
    void silentStreamSendsHeartbeats() throws Exception {
        try (BufferedReader stream = listen("silent")) {
            List<String> first = readUntil(stream, line -> line.equals(":alive"));
            List<String> second = readUntil(stream, line -> line.equals(":alive"));

            assertThat(first).hasSizeLessThanOrEqualTo(2);
            assertThat(second).hasSizeLessThanOrEqualTo(3);
        }
    }

    private BufferedReader listen(String channel) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(channels.resolve(channel + "/events")).build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private void speak(String channel) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(channels.resolve(channel + "/speech"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"Hello.\"}"))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(202);
    }

    private static List<String> readUntil(BufferedReader stream, Predicate<String> isLast) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(Objects.requireNonNull(stream.readLine(), "the stream ended"));
        } while (!isLast.test(lines.getLast()));
        return lines;
    }

    private SpeechEvent event(String line) {
        return Json.read(line.substring("data:".length()).getBytes(StandardCharsets.UTF_8), SpeechEvent.class);
    }
}

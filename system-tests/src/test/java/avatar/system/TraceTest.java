package avatar.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import avatar.system.TraceCollector.Recorded;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One request is one trace, from the page's server to the first frame that shows its speech. */
@ExtendWith(RunningSystem.Extension.class)
class TraceTest {

    /** Spans are sent every five seconds. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final String CALLERS_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLERS_SPAN = "00f067aa0ba902b7";
    private static final String TEXT = "A text that no trace may hold.";

    @Test
    void fromTheRequestToTheFirstFrameThroughKafka(RunningSystem system) throws Exception {
        String utterance = speak(system.at("/api/v1/channels/main/speech"));

        List<Recorded> trace = await().atMost(TIMEOUT).until(() -> ofCaller(system), spans -> spans.size() >= 4);

        assertThat(trace)
                .extracting(Recorded::service, Recorded::name)
                .containsExactlyInAnyOrder(
                        tuple("web-ui", "POST /api/v1/channels/:channel/speech"),
                        tuple("tts-service", "accept"),
                        tuple("tts-service", "synthesize"),
                        tuple("compositor-service", "first frame"));
        Recorded request = named(trace, "POST /api/v1/channels/:channel/speech");
        Recorded accept = named(trace, "accept");
        Recorded synthesize = named(trace, "synthesize");
        Recorded firstFrame = named(trace, "first frame");
        assertThat(request.parent()).isEqualTo(CALLERS_SPAN);
        assertThat(accept.parent()).isEqualTo(request.id());
        assertThat(synthesize.parent()).isEqualTo(accept.id());
        assertThat(firstFrame.parent()).isEqualTo(synthesize.id());
        assertThat(List.of(accept, synthesize, firstFrame))
                .allSatisfy(span -> assertThat(span.attributes())
                        .containsEntry("avatar.utterance", utterance)
                        .containsEntry("avatar.channel", "main"));
        assertThat(firstFrame.attributes()).containsEntry("avatar.state", "speaking");
        assertThat(trace.toString()).doesNotContain(TEXT);
    }

    private static String speak(URI uri) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("traceparent", "00-%s-%s-01".formatted(CALLERS_TRACE, CALLERS_SPAN))
                .POST(BodyPublishers.ofString("{\"text\": \"%s\"}".formatted(TEXT)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return answer.body().replaceAll("(?s).*\"utteranceId\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        }
    }

    private static List<Recorded> ofCaller(RunningSystem system) {
        return Objects.requireNonNull(system.traces()).spans().stream()
                .filter(span -> span.trace().equals(CALLERS_TRACE))
                .toList();
    }

    private static Recorded named(List<Recorded> trace, String name) {
        return trace.stream().filter(span -> span.name().equals(name)).findAny().orElseThrow();
    }
}

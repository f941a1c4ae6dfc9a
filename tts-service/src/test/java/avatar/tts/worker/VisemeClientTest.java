package avatar.tts.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.SpokenTimeline;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.speech.synthesis.SpokenClause;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisemeClientTest {

    private static final Duration LENGTH = ofMillis(100);
    private static final VisemeTimeline TIMELINE =
            new VisemeTimeline(LENGTH, List.of(new Cue(Viseme.AA, Duration.ZERO, LENGTH)));
    private static final SpokenClause CLAUSE =
            new SpokenClause(16_000, ByteBuffer.allocate(2 * 1_600), List.of(new Phoneme("aa", Duration.ZERO, LENGTH)));

    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final List<TimelineRequest> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/timelines", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void requestsTheTimelineOfTheClause() {
        answers.add(new Answer(200, Json.write(TIMELINE)));

        assertThat(client().timelineOf(CLAUSE)).succeedsWithin(ofSeconds(5)).isEqualTo(SpokenTimeline.of(TIMELINE));
        assertThat(asked).containsExactly(new TimelineRequest(LENGTH, CLAUSE.phonemes()));
    }

    @Test
    void retriesWhileTheServiceFails() {
        answers.add(new Answer(503, new byte[0]));
        answers.add(new Answer(500, new byte[0]));
        answers.add(new Answer(200, Json.write(TIMELINE)));

        assertThat(client().timelineOf(CLAUSE)).succeedsWithin(ofSeconds(5)).isEqualTo(SpokenTimeline.of(TIMELINE));
    }

    @Test
    void refusalIsFinalAndReported() {
        answers.add(new Answer(
                422,
                "{\"type\":\"t\",\"title\":\"t\",\"status\":422,\"detail\":\"No viseme for 'QQ'\"}".getBytes(UTF_8)));

        assertFails(ErrorCode.SYNTHESIS_FAILED, "viseme-service refused the clause: No viseme for 'QQ'");
        assertThat(asked).hasSize(1);
    }

    @Test
    void invalidTimelineIsAFailure() {
        answers.add(new Answer(200, "hello".getBytes(UTF_8)));

        assertFails(ErrorCode.MALFORMED_RECORD, "Not a VisemeTimeline");
    }

    @Test
    void timelineOfAnotherLengthIsAFailure() {
        answers.add(new Answer(200, Json.write(VisemeTimeline.EMPTY)));

        assertFails(ErrorCode.SYNTHESIS_FAILED, "a timeline of PT0S for a sound of PT0.1S");
    }

    @Test
    void failsWhenTheServiceIsUnreachableForTheRetryTimeout() {
        server.stop(0);

        assertFails(ErrorCode.SERVICE_UNAVAILABLE, "viseme-service did not answer within 500 ms");
    }

    private void assertFails(ErrorCode code, String detail) {
        assertThat(client().timelineOf(CLAUSE))
                .failsWithin(ofSeconds(5))
                .withThrowableOfType(Exception.class)
                .withCauseInstanceOf(AvatarException.class)
                .havingCause()
                .withMessageContaining(detail)
                .satisfies(failure ->
                        assertThat(((AvatarException) failure).code()).isEqualTo(code));
    }

    private VisemeClient client() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new VisemeClient(new VisemeConfig() {
            @Override
            public URI url() {
                return url;
            }

            @Override
            public Duration timeout() {
                return ofSeconds(2);
            }

            @Override
            public Duration retryTimeout() {
                return ofMillis(500);
            }
        });
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(Json.read(exchange.getRequestBody().readAllBytes(), TimelineRequest.class));
            Answer answer = answers.remove();
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    /** The next answer of the server. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answer(int status, byte[] body) {}
}

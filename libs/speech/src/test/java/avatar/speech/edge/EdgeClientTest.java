package avatar.speech.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import avatar.contract.viseme.Word;
import avatar.speech.edge.EdgeFailure.Kind;
import avatar.speech.edge.EdgeStandIn.Speaking;
import avatar.speech.edge.EdgeStandIn.Turn;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages, connections and threads of the client, on a real WebSocket to a stand-in of the service. */
class EdgeClientTest {

    private static final Vertx VERTX = Vertx.vertx();

    private static final String WORDS = "Path:audio.metadata\r\n\r\n{\"Metadata\":[{\"Type\":\"WordBoundary\",\"Data\":"
            + "{\"Offset\":0,\"Duration\":1000000,\"text\":{\"Text\":\"für 😀\"}}}]}";

    private final Set<Thread> threadsBefore = ClientThreads.alive();
    private EdgeStandIn service;
    private EdgeClient client;

    @BeforeEach
    void serve() {
        service = new EdgeStandIn(VERTX, 0);
        service.turns.add(Turn.GOOD);
        client = new EdgeClient(settings(), InstantSource.system());
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
        ClientThreads.awaitEnd(threadsBefore);
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close();
    }

    @Test
    void fragmentsOfMessagesAreAssembled() {
        service.turns.set(0, speaking -> {
            speaking.begin();
            // In pieces of one byte: characters come apart too.
            byte[] words = WORDS.getBytes(UTF_8);
            send(speaking, WebSocketFrame.textFrame(WORDS.substring(0, 1), false));
            for (int i = 1; i < words.length; i++) {
                Buffer one = Buffer.buffer(new byte[] {words[i]});
                send(speaking, WebSocketFrame.continuationFrame(one, i == words.length - 1));
            }
            String headers = "Content-Type:audio/mpeg\r\nPath:audio\r\n";
            Buffer start = Buffer.buffer().appendUnsignedShort(headers.length()).appendString(headers);
            send(speaking, WebSocketFrame.binaryFrame(start.slice(0, 1), false));
            send(speaking, WebSocketFrame.pingFrame(Buffer.buffer("between")));
            send(speaking, WebSocketFrame.continuationFrame(start.slice(1, start.length()), false));
            send(speaking, WebSocketFrame.continuationFrame(Buffer.buffer(EdgeStandIn.MP3), true));
            speaking.text("turn.end", "{}");
        });

        EdgeSpeech speech = client.speak("<speak/>");

        assertThat(speech.words()).containsExactly(new Word("für 😀", Duration.ZERO, ofMillis(100)));
        assertThat(speech.mp3()).isEqualTo(EdgeStandIn.MP3);
    }

    @Test
    void messageThatIsTooLargeIsReadNoFurther() {
        String half = "x".repeat(MessageReceiver.LARGEST_MESSAGE / 2 + 1);
        Buffer halfOfBytes = Buffer.buffer(half);
        List<Turn> tooLarge = List.of(
                speaking -> {
                    send(speaking, WebSocketFrame.textFrame(half, false));
                    send(speaking, WebSocketFrame.continuationFrame(halfOfBytes, false));
                },
                speaking -> {
                    send(speaking, WebSocketFrame.binaryFrame(halfOfBytes, false));
                    send(speaking, WebSocketFrame.continuationFrame(halfOfBytes, false));
                },
                speaking -> send(speaking, WebSocketFrame.binaryFrame(Buffer.buffer(half + half), true)));
        for (Turn turn : tooLarge) {
            service.turns.set(0, turn);
            service.closes.clear();

            assertFails(Kind.BROKEN, "Expected a message of at most 1048576 bytes");

            await().untilAsserted(() -> assertThat(service.closes).hasSize(2));
        }
    }

    @Test
    void handshakeThatIsRefusedSetsTheClockRight() {
        client.voices();
        service.ahead = Duration.ofMinutes(10);

        assertThat(client.speak("<speak/>").mp3()).isEqualTo(EdgeStandIn.MP3);

        assertThat(service.connections).hasValue(2);
    }

    @Test
    void sendsTheHeadersOfABrowser() {
        client.voices();
        client.speak("<speak/>");

        assertThat(service.headers).hasSize(2).allSatisfy(came -> {
            assertThat(EdgeAddress.headers())
                    .allSatisfy((name, value) -> assertThat(came.getAll(name)).hasSize(1));
            assertThat(came.get("User-Agent")).startsWith("Mozilla/5.0 ");
            assertThat(came.get("Cookie")).matches("muid=[0-9A-F]{32};");
        });
    }

    @Test
    void connectionIsClosedByTheProtocolAfterTheSpeech() {
        client.speak("<speak/>");

        await().untilAsserted(() -> assertThat(service.closes).containsExactly(1000));
    }

    @Test
    void closingEndsASpeechInProgress() {
        service.turns.set(0, speaking -> speaking.begin());
        CompletableFuture<EdgeSpeech> speech = CompletableFuture.supplyAsync(() -> client.speak("<speak/>"));
        await().until(() -> !service.ssml.isEmpty());

        client.close();

        assertThat(speech)
                .failsWithin(ofSeconds(2))
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOf(EdgeFailure.class)
                .withMessageContaining("The connection was aborted");
        await().untilAsserted(() -> assertThat(service.closes).hasSize(1));
        assertThat(service.connections).hasValue(1);
        assertThatThrownBy(() -> client.speak("<speak/>")).hasMessageContaining("closed");
        assertThatThrownBy(client::voices).hasMessageContaining("closed");
    }

    private static void send(Speaking speaking, WebSocketFrame frame) {
        speaking.socket().writeFrame(frame);
    }

    private void assertFails(Kind kind, String message) {
        assertThatThrownBy(() -> client.speak("<speak/>"))
                .hasMessageContaining(message)
                .asInstanceOf(type(EdgeFailure.class))
                .extracting(EdgeFailure::kind)
                .isEqualTo(kind);
    }

    /** Their timeouts are never reached. */
    private EdgeSettings settings() {
        Duration timeout = ofSeconds(30);
        return new EdgeSettings(true, service.url(), timeout, timeout, timeout, timeout);
    }
}

package avatar.speech.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import avatar.speech.edge.EdgeFailure.Kind;
import avatar.speech.edge.RawService.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Services that don't answer, or whose answers don't end: they cost a timeout, and neither memory nor connections. */
class UnresponsiveServiceTest {

    private static final Duration TIMEOUT = ofMillis(400);

    private final Set<Thread> threadsBefore = ClientThreads.alive();

    @AfterEach
    void noThreadOutlivesItsClient() {
        ClientThreads.awaitEnd(threadsBefore);
    }

    @Test
    void portThatTakesNoConnectionCostsTheConnectTimeout() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        // The system answers as many as are taken off the queue, and this queue is full: it drops all others.
        try (ServerSocket blackHole = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                EdgeClient client =
                        client(URI.create("http://127.0.0.1:%d/a".formatted(blackHole.getLocalPort())), TIMEOUT)) {
            for (int i = 0; i < 2; i++) {
                waiting.add(new Socket(blackHole.getInetAddress(), blackHole.getLocalPort()));
            }

            assertTakes(TIMEOUT, () -> assertTimesOut(() -> client.speak("<speak/>")));
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void handshakeWithoutAnAnswerTimesOut() throws IOException {
        try (RawService service = new RawService(Answer.NONE);
                EdgeClient client = client(service.url(), TIMEOUT)) {
            assertTakes(TIMEOUT, () -> assertTimesOut(() -> client.speak("<speak/>")));

            await().untilAsserted(() -> assertThat(service.ended).hasValue(1));
            assertThat(service.connections).hasValue(1);
        }
    }

    @Test
    void endlessRefusalTimesOut() throws IOException {
        Answer endless = out -> {
            out.write("HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
            while (true) {
                out.write("1\r\nx\r\n".getBytes(UTF_8));
                out.flush();
            }
        };
        try (RawService service = new RawService(endless);
                EdgeClient client = client(service.url(), TIMEOUT)) {
            assertTakes(TIMEOUT, () -> assertTimesOut(() -> client.speak("<speak/>")));

            await().untilAsserted(() -> assertThat(service.ended).hasValue(1));
        }
    }

    @Test
    void endlessListTimesOut() throws IOException {
        try (RawService service = new RawService(out -> out.write(ok("Content-Length: 9\r\n", "[")));
                EdgeClient client = client(service.url(), TIMEOUT)) {
            assertTakes(TIMEOUT.multipliedBy(2), () -> assertTimesOut(client::voices));

            await().untilAsserted(() -> assertThat(service.ended).hasValue(1));
        }
    }

    @Test
    void closingEndsRequestsInProgress() throws IOException {
        List<Function<EdgeClient, Object>> works = List.of(client -> client.speak("<speak/>"), EdgeClient::voices);
        for (Function<EdgeClient, Object> work : works) {
            try (RawService service = new RawService(Answer.NONE)) {
                EdgeClient client = client(service.url(), ofSeconds(30));
                CompletableFuture<Object> answer = CompletableFuture.supplyAsync(() -> work.apply(client));
                await().until(() -> service.connections.get() == 1);

                client.close();

                assertThat(answer).failsWithin(ofSeconds(2));
                // One more may have come: the JDK repeats by itself, once, what ended before an answer.
                await().untilAsserted(() -> assertThat(service.ended).hasValue(service.connections.get()));
            }
        }
    }

    @Test
    void listMayBeCompressed() throws IOException {
        assertThat(list(gzip("[1, 2]".getBytes(UTF_8)))).isEqualTo("[1, 2]");
        assertThat(list(out -> out.write(ok("Content-Length: 6\r\n", "[1, 2]"))))
                .isEqualTo("[1, 2]");
    }

    @Test
    void listThatIsTooLongIsRefused() {
        Answer tooLong = out -> {
            out.write(ok("Transfer-Encoding: chunked\r\n", ""));
            while (true) {
                out.write("400\r\n%s\r\n".formatted(" ".repeat(1024)).getBytes(UTF_8));
            }
        };
        assertThatThrownBy(() -> list(tooLong)).hasMessageContaining("body exceeds capacity: 4194304");
        assertThatThrownBy(() -> list(gzip(new byte[VoiceListRequest.MOST_BYTES + 1])))
                .hasMessageContaining("Expected a list of voices of at most 4 MB, found a longer one");
        assertThatThrownBy(() -> list(out -> out.write(ok("Content-Encoding: gzip\r\nContent-Length: 3\r\n", "abc"))))
                .hasMessageContaining("Expected a list of voices as gzip, found 3 bytes");
    }

    private static String list(Answer answer) throws IOException {
        try (RawService service = new RawService(answer);
                EdgeClient client = client(service.url(), ofSeconds(10))) {
            return new String(client.voices(), UTF_8);
        }
    }

    private static Answer gzip(byte[] list) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(list);
        }
        return out -> {
            out.write(ok("Content-Encoding: gzip\r\nContent-Length: %d\r\n".formatted(packed.size()), ""));
            packed.writeTo(out);
        };
    }

    private static byte[] ok(String headers, String body) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\n%s\r\n%s"
                .formatted(headers, body)
                .getBytes(UTF_8);
    }

    private static EdgeClient client(URI url, Duration timeout) {
        return new EdgeClient(new EdgeSettings(true, url, timeout, timeout, timeout, timeout), InstantSource.system());
    }

    private static void assertTimesOut(ThrowingCallable work) {
        assertThatThrownBy(work)
                .hasMessageContaining("did not answer within")
                .asInstanceOf(type(EdgeFailure.class))
                .extracting(EdgeFailure::kind)
                .isEqualTo(Kind.TIMED_OUT);
    }

    private static void assertTakes(Duration expected, Runnable work) {
        long start = System.nanoTime();
        work.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(expected.minusMillis(20), expected.plusMillis(1_000));
    }
}

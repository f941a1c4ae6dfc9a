package avatar.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many connections that do little or nothing: others are answered beside them, and an avatar speaks. */
@ExtendWith(RunningSystem.Extension.class)
class CrowdTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int EVENT_STREAMS = 1_000;
    private static final int IDLE = 2_000;
    private static final int SLOW = 1_400;

    /** Of a request that is sent byte by byte, too slowly to come to its end. */
    private static final String SLOW_REQUEST =
            "POST /api/v1/channels/main/speech HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 9000\r\n\r\n{\"text\": \"";

    private final RunningSystem system;
    private final Api api;
    private final List<Socket> sockets = new ArrayList<>();

    CrowdTest(RunningSystem system) {
        this.system = system;
        this.api = new Api(system);
    }

    @AfterEach
    void leave() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void thousandListenersHearOfAnUtterance() throws Exception {
        for (int i = 0; i < EVENT_STREAMS; i++) {
            Socket listener = connect();
            listener.getOutputStream()
                    .write(
                            "GET /api/v1/channels/main/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n"
                                    .getBytes(US_ASCII));
        }
        for (Socket listener : sockets) {
            readUntil(listener, "\r\n\r\n");
        }

        String utterance = assertThatItSpeaks();

        for (Socket listener : sockets) {
            readUntil(listener, "\"%s\"".formatted(utterance));
        }
    }

    @Test
    void idleAndSlowCallersKeepNobodyWaiting() throws Exception {
        for (int i = 0; i < IDLE; i++) {
            connect();
        }
        for (int i = 0; i < SLOW; i++) {
            connect()
                    .getOutputStream()
                    .write(SLOW_REQUEST.substring(0, i % SLOW_REQUEST.length()).getBytes(US_ASCII));
        }

        assertThatItSpeaks();
    }

    private String assertThatItSpeaks() {
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> channels = api.get("/api/v1/channels");
            assertThat(channels.statusCode()).isEqualTo(200);
        }
        String utterance = api.say("Good morning.");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.stateOf(utterance)).isEqualTo("done"));
        return utterance;
    }

    private Socket connect() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), system.at("/").getPort());
        socket.setSoTimeout(Math.toIntExact(TIMEOUT.toMillis()));
        sockets.add(socket);
        return socket;
    }

    private static void readUntil(Socket socket, String mark) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!read.toString(US_ASCII).contains(mark)) {
            int next = in.read();
            assertThat(next).as("the answer so far: %s", read).isNotNegative();
            read.write(next);
        }
    }
}

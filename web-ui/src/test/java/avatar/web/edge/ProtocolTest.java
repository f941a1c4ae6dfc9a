package avatar.web.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class ProtocolTest {

    /** The beginning of HTTP/2 without TLS, as a client sends it that knows the server (RFC 9113, 3.4). */
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    /** An empty SETTINGS frame. */
    private static final byte[] SETTINGS = HexFormat.of().parseHex("000000040000000000");

    private static final int TYPE_OF_FRAME = 3;
    private static final int TYPE_SETTINGS = 4;

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI server;

    @BeforeEach
    void reset() {
        services.reset();
    }

    @Test
    void doesNotUpgradeToHttp2() throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write("""
                    GET /api/v1/voices HTTP/1.1\r
                    Host: localhost\r
                    Connection: Upgrade, HTTP2-Settings\r
                    Upgrade: h2c\r
                    HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r
                    \r
                    """.getBytes(ISO_8859_1));

            assertThat(new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), ISO_8859_1))
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void refusesHttp2OfAClientThatBeginsWithIt() throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(PREFACE.getBytes(ISO_8859_1));
            socket.getOutputStream().write(SETTINGS);
            byte[] answer = socket.getInputStream().readNBytes(SETTINGS.length);

            assertThat(answer.length > TYPE_OF_FRAME && answer[TYPE_OF_FRAME] == TYPE_SETTINGS)
                    .as("answered by HTTP/2: %s", new String(answer, ISO_8859_1))
                    .isFalse();
        }
    }

    /**
     * The end of a chunk's line is CRLF (RFC 9112, 7.1). Who takes a bare line feed or a quoted one for it sees a second
     * request in what another one takes for data (CVE-2026-33870).
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1;a=\"\r\nX\r\n0\r\n\r\nGET /api/v1/visemes/hidden HTTP/1.1\r\nHost: localhost\r\n\r\n\"\r\nX\r\n0\r\n\r\n",
                "1;\nX\r\n0\r\n\r\nGET /api/v1/visemes/hidden HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "1;a\rGET /api/v1/visemes/hidden HTTP/1.1\r\nX\r\n0\r\n\r\n",
            })
    void answersNoRequestThatIsHiddenInAChunkExtension(String body) throws IOException {
        services.viseme.answer(request -> request.response().end("hidden " + request.path()));

        String answer = RawHttp.send(server, """
                POST /api/v1/channels/main/speech HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Transfer-Encoding: chunked\r
                \r
                """ + body + """
                GET /api/v1/voices HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                \r
                """);

        assertThat(answer).doesNotContain("hidden /api/v1/visemes/hidden");
    }
}

package avatar.web.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** Requests as they are written, which no HTTP client would send. */
final class RawHttp {

    private static final int TIMEOUT_MILLIS = 5_000;

    private RawHttp() {}

    /**
     * The bytes of the answers until the server closes the connection.
     *
     * @param request whose last line must ask for that
     */
    static String send(URI server, String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}

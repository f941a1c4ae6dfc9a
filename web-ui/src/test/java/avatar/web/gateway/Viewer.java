package avatar.web.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;

/** A client on a plain socket: it reads every byte as it arrives, and disconnects without ending the request. */
final class Viewer implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;

    /** Connects and requests a path. */
    Viewer(URI gateway, String path, String version) throws IOException {
        socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(5_000);
        socket.getOutputStream()
                .write("GET %s %s\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n"
                        .formatted(path, version)
                        .getBytes(US_ASCII));
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    }

    Viewer(URI gateway, String path) throws IOException {
        this(gateway, path, "HTTP/1.1");
    }

    /** Reads up to and with the line that contains {@code text}; fails when none comes in five seconds. */
    String readTo(String text) throws IOException {
        StringBuilder read = new StringBuilder();
        String line;
        while ((line = in.readLine()) != null) {
            read.append(line).append('\n');
            if (line.contains(text)) {
                return read.toString();
            }
        }
        throw new IOException("The connection was closed before '%s'; read %s".formatted(text, read));
    }

    /** Reads what comes until the connection is closed; fails if it is not. */
    String readToClose() throws IOException {
        StringBuilder read = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            read.append((char) next);
        }
        return read.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package avatar.compositor.testsupport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a multipart stream strictly as it was agreed on: boundary, headers, a body of Content-Length, line end. */
public final class PartReader implements Closeable {

    private final InputStream in;

    public PartReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** A part; its headers by their names as they were sent. */
    @SuppressWarnings("ArrayRecordComponent") // parts are never compared
    public record ReadPart(Map<String, String> headers, byte[] body) {

        public @Nullable String header(String name) {
            return headers.get(name);
        }

        public boolean isFrame() {
            return "image/jpeg".equals(header("Content-Type"));
        }

        public double timestamp() {
            return Double.parseDouble(headers.getOrDefault("X-Timestamp", "NaN"));
        }
    }

    public ReadPart next() throws IOException {
        expect("--frame", line());
        Map<String, String> headers = new LinkedHashMap<>();
        String line = line();
        while (!line.isEmpty()) {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
            line = line();
        }
        String length = headers.getOrDefault("Content-Length", "no Content-Length");
        byte[] body = in.readNBytes(Integer.parseInt(length));
        expect("", line());
        return new ReadPart(headers, body);
    }

    private static void expect(String expected, String found) throws IOException {
        if (!found.equals(expected)) {
            throw new IOException("Expected '%s', found '%s'".formatted(expected, found));
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The stream ended after '%s'".formatted(line));
            }
            if (next == '\r') {
                int lineFeed = in.read();
                if (lineFeed != '\n') {
                    throw new IOException("A line must end in CR LF");
                }
                return line.toString(StandardCharsets.US_ASCII);
            }
            line.write(next);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package avatar.system;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a stream of the system strictly as it was agreed on: boundary, headers, a body of Content-Length, line end. */
final class PartStream implements Closeable {

    private final InputStream in;

    PartStream(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** A part: its headers and the size of its body. */
    record Part(Map<String, String> headers, int bytes) {

        String type() {
            return header("Content-Type");
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        double number(String name) {
            return Double.parseDouble(header(name));
        }
    }

    Part next() throws IOException {
        expect("--frame", line());
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "no Content-Length"));
        if (in.readNBytes(length).length < length) {
            throw new EOFException("The stream ended within a part");
        }
        expect("", line());
        return new Part(headers, length);
    }

    private static void expect(String expected, String found) throws IOException {
        if (!found.equals(expected)) {
            throw new IOException("Expected '%s', found '%s'".formatted(expected, found));
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The stream ended after '%s'".formatted(line));
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.US_ASCII);
        if (!text.endsWith("\r")) {
            throw new IOException("A line must end in CR LF, found '%s'".formatted(text));
        }
        return text.substring(0, text.length() - 1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package avatar.bench.live;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/** Reads the parts of a {@code multipart/x-mixed-replace} stream whose parts have a {@code Content-Length}. */
final class MultipartReader {

    private static final int MAX_PART_BYTES = 64 << 20;

    private final DataInputStream in;

    MultipartReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * The next frame, once it is complete.
     *
     * @throws EOFException at the end of the stream
     * @throws IOException if it is not a stream of frames
     */
    StreamedFrame next() throws IOException {
        Map<String, String> headers = readHeaders();
        byte[] body = new byte[number(headers, "Content-Length")];
        in.readFully(body);
        return new StreamedFrame(number(headers, "X-Frame"), headers.get("X-Utterance"), body, System.nanoTime());
    }

    /** Skips the end of the part before, the boundary and the empty line after the headers. */
    private Map<String, String> readHeaders() throws IOException {
        String line = readLine();
        while (!line.startsWith("--")) {
            if (!line.isEmpty()) {
                throw new IOException("Invalid stream: found '%s', expected a boundary".formatted(line));
            }
            line = readLine();
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (line = readLine(); !line.isEmpty(); line = readLine()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("Invalid stream: found '%s', expected a header".formatted(line));
            }
            headers.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    private static int number(Map<String, String> headers, String name) throws IOException {
        String value = headers.getOrDefault(name, "");
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= MAX_PART_BYTES) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IOException("Invalid part: found %s '%s', expected a number".formatted(name, value), e);
        }
        throw new IOException("Invalid part: found %s %s, which is out of range".formatted(name, value));
    }
}

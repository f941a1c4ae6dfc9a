package avatar.speech.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.speech.edge.EdgeFailure.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A message of the service: header lines of {@code Name:value}, and a body.
 *
 * <p>In a text message an empty line ends the headers. A binary one begins with the length of its headers, two bytes,
 * big-endian; the headers and the body follow.
 *
 * @param headers by lower-case name
 * @param body of a text message as UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EdgeMessage(Map<String, String> headers, byte[] body) {

    private static final String LINE_END = "\r\n";
    private static final int LENGTH_BYTES = 2;

    EdgeMessage {
        headers = Map.copyOf(headers);
    }

    static EdgeMessage ofText(String text) {
        int end = text.indexOf(LINE_END + LINE_END);
        if (end < 0) {
            throw broken("Expected a message with headers and an empty line, found %d characters", text.length());
        }
        return new EdgeMessage(
                headers(text.substring(0, end)), text.substring(end + 4).getBytes(UTF_8));
    }

    static EdgeMessage ofBinary(byte[] frame) {
        if (frame.length < LENGTH_BYTES) {
            throw broken("Expected a frame that begins with the length of its headers, found %d bytes", frame.length);
        }
        int length = Byte.toUnsignedInt(frame[0]) << 8 | Byte.toUnsignedInt(frame[1]);
        int bodyStart = LENGTH_BYTES + length;
        if (bodyStart > frame.length) {
            throw broken("Expected headers that fit into their frame, found %d bytes less", bodyStart - frame.length);
        }
        return new EdgeMessage(
                headers(new String(frame, LENGTH_BYTES, length, UTF_8)),
                Arrays.copyOfRange(frame, bodyStart, frame.length));
    }

    /** The type of the message: {@code audio}, {@code audio.metadata}, {@code turn.end}. */
    String path() {
        return headers.getOrDefault("path", "");
    }

    String requestId() {
        return headers.getOrDefault("x-requestid", "");
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new HashMap<>();
        for (String line : lines.strip().split(LINE_END, -1)) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw broken("Expected a header 'name:value', found a line of %d characters", line.length());
            }
            headers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static EdgeFailure broken(String expected, int found) {
        return new EdgeFailure(Kind.BROKEN, expected.formatted(found));
    }
}

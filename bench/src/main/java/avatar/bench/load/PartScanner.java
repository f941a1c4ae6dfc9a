package avatar.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Finds the parts of a stream in arriving bytes and skips their bodies: the cheapest way to count frames. A head
 * without {@code Content-Length}, as that of the answer, has no body.
 */
final class PartScanner {

    /** Receives the parts. */
    interface Listener {

        /** The last byte of a part has arrived. */
        void arrived(boolean isSpoken, int bytes);
    }

    private static final int LONGEST_HEAD = 8192;
    private static final String LENGTH = "Content-Length: ";

    /** The end of a head, CR LF CR LF, as a number. */
    private static final int END_OF_HEAD = 0x0D0A0D0A;

    private final Listener listener;
    private final byte[] head = new byte[LONGEST_HEAD];
    private int headLength;
    private int latestFour;
    private int bodyLength;
    private int bodyLeft;
    private boolean isSpoken;

    PartScanner(Listener listener) {
        this.listener = listener;
    }

    /**
     * Reads the remaining bytes of the buffer.
     *
     * @throws IllegalStateException if they are not a stream
     */
    void read(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (bodyLeft > 0) {
                skip(bytes);
            } else {
                readHead(bytes.get());
            }
        }
    }

    private void skip(ByteBuffer bytes) {
        int skipped = Math.min(bodyLeft, bytes.remaining());
        bytes.position(bytes.position() + skipped);
        bodyLeft -= skipped;
        if (bodyLeft == 0) {
            listener.arrived(isSpoken, bodyLength);
        }
    }

    private void readHead(byte next) {
        if (headLength == LONGEST_HEAD) {
            throw new IllegalStateException(
                    "Invalid stream: found %d bytes without the end of a head, expected the head of a part"
                            .formatted(headLength));
        }
        head[headLength++] = next;
        latestFour = (latestFour << 8) | (next & 0xFF);
        if (latestFour == END_OF_HEAD) {
            begin(new String(head, 0, headLength, StandardCharsets.ISO_8859_1));
            headLength = 0;
            latestFour = 0;
        }
    }

    private void begin(String text) {
        if (text.startsWith("HTTP/") && !text.startsWith(" 200 ", text.indexOf(' '))) {
            throw new IllegalStateException("Invalid answer: found '%s', expected a stream"
                    .formatted(text.lines().findFirst().orElse("")));
        }
        int from = text.indexOf(LENGTH);
        if (from >= 0) {
            bodyLength = Integer.parseInt(text.substring(from + LENGTH.length(), text.indexOf('\r', from)));
            bodyLeft = bodyLength;
            isSpoken = text.contains("X-Utterance: ");
        }
    }
}

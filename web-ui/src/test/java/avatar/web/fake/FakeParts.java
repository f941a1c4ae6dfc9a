package avatar.web.fake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.buffer.Buffer;

/** The compositor's multipart streams. A part ends with the boundary of the next one. */
public final class FakeParts {

    public static final String CONTENT_TYPE = "multipart/x-mixed-replace;boundary=frame";

    /** Precedes the first part. */
    public static final String OPENING = "--frame\r\n";

    /** What the gateway sends between the parts of two compositors. */
    static final Buffer INTERRUPTION = part("application/x-interruption", "", new byte[0]);

    private FakeParts() {}

    /** A frame of which only the text counts. */
    public static Buffer part(String text) {
        return part("image/jpeg", "", text.getBytes(US_ASCII));
    }

    /** @param headers beside type and length, each with its line end */
    static Buffer part(String type, String headers, byte[] body) {
        String head = "Content-Type: %s\r\nContent-Length: %d\r\n%s\r\n".formatted(type, body.length, headers);
        return Buffer.buffer(head.getBytes(US_ASCII)).appendBytes(body).appendString("\r\n" + OPENING);
    }
}

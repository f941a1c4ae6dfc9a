package avatar.web.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts a multipart stream into its parts by their {@code Content-Length}: no byte of a picture is looked at or copied.
 * A part ends with the boundary of the next one, which the compositor sends with it; the one before the first part is
 * left out.
 */
final class PartSplitter implements Splitter {

    /** Precedes the first part. */
    static final String OPENING = "--frame\r\n";

    private static final byte[] OPENING_BYTES = OPENING.getBytes(US_ASCII);
    private static final byte[] TAIL_BYTES = ("\r\n" + OPENING).getBytes(US_ASCII);
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(US_ASCII);
    private static final String LENGTH = "content-length:";
    private static final int MAX_HEAD_BYTES = 8 << 10;
    private static final int MAX_BODY_BYTES = 64 << 20;

    /** Of the part that is being read, from earlier chunks. */
    private final List<Buffer> pieces = new ArrayList<>();

    private int openingRead;
    private int headBytes;
    private int headEndRead;
    private int left;

    @Override
    public void push(Buffer chunk, Consumer<Buffer> parts) {
        int from = readOpening(chunk);
        int at = from;
        while (at < chunk.length()) {
            if (left == 0) {
                at = readHead(chunk, from, at);
                continue;
            }
            int taken = Math.min(left, chunk.length() - at);
            at += taken;
            left -= taken;
            if (left == 0) {
                parts.accept(part(chunk.slice(from, at)));
                from = at;
            }
        }
        if (from < at) {
            pieces.add(chunk.slice(from, at));
        }
    }

    private int readOpening(Buffer chunk) {
        int at = 0;
        while (openingRead < OPENING_BYTES.length && at < chunk.length()) {
            if (chunk.getByte(at++) != OPENING_BYTES[openingRead++]) {
                throw new MalformedStream("A multipart stream begins with '--frame'");
            }
        }
        return at;
    }

    /** Reads until the blank line behind the headers. */
    private int readHead(Buffer chunk, int from, int start) {
        for (int at = start; at < chunk.length(); at++) {
            byte next = chunk.getByte(at);
            if (next == HEAD_END[headEndRead]) {
                headEndRead++;
            } else {
                headEndRead = next == HEAD_END[0] ? 1 : 0;
            }
            if (headEndRead == HEAD_END.length) {
                left = lengthIn(joined(chunk.slice(from, at + 1)).toString(US_ASCII)) + TAIL_BYTES.length;
                headEndRead = 0;
                headBytes = 0;
                return at + 1;
            }
        }
        headBytes += chunk.length() - start;
        if (headBytes > MAX_HEAD_BYTES) {
            throw new MalformedStream("A part's headers are longer than %d bytes".formatted(MAX_HEAD_BYTES));
        }
        return chunk.length();
    }

    private static int lengthIn(String head) {
        for (int line = 0; line >= 0 && line < head.length(); line = nextLine(head, line)) {
            if (head.regionMatches(true, line, LENGTH, 0, LENGTH.length())) {
                return lengthOf(head.substring(line + LENGTH.length(), head.indexOf("\r\n", line))
                        .strip());
            }
        }
        throw new MalformedStream("A part has no Content-Length");
    }

    private static int nextLine(String head, int line) {
        int end = head.indexOf("\r\n", line);
        return end < 0 ? end : end + 2;
    }

    private static int lengthOf(String value) {
        try {
            int length = Integer.parseInt(value);
            if (length >= 0 && length <= MAX_BODY_BYTES) {
                return length;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new MalformedStream(
                "Content-Length of a part: found '%s', expected 0 to %d".formatted(value, MAX_BODY_BYTES));
    }

    private Buffer part(Buffer last) {
        Buffer part = joined(last);
        pieces.clear();
        int tail = part.length() - TAIL_BYTES.length;
        for (int i = 0; i < TAIL_BYTES.length; i++) {
            if (part.getByte(tail + i) != TAIL_BYTES[i]) {
                throw new MalformedStream("A part is not as long as its Content-Length says");
            }
        }
        return part;
    }

    /** The pieces and this one, not copied. */
    private Buffer joined(Buffer last) {
        if (pieces.isEmpty()) {
            return last;
        }
        ByteBuf[] all = new ByteBuf[pieces.size() + 1];
        for (int i = 0; i < pieces.size(); i++) {
            all[i] = bytesOf(pieces.get(i));
        }
        all[pieces.size()] = bytesOf(last);
        return BufferImpl.buffer(Unpooled.wrappedBuffer(all.length, all));
    }

    private static ByteBuf bytesOf(Buffer buffer) {
        return buffer instanceof BufferImpl known ? known.byteBuf() : Unpooled.wrappedBuffer(buffer.getBytes());
    }
}

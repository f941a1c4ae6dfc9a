package avatar.web.gateway;

import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/** Cuts server-sent events behind the empty line that ends each. */
final class EventSplitter implements Splitter {

    private static final int MAX_EVENT_BYTES = 1 << 20;

    private Buffer begun = Buffer.buffer();
    private boolean isLineEmpty = true;

    @Override
    public void push(Buffer chunk, Consumer<Buffer> events) {
        int end = endOfLastEvent(chunk);
        if (begun.length() + chunk.length() - end > MAX_EVENT_BYTES) {
            throw new MalformedStream("An event is longer than %d bytes".formatted(MAX_EVENT_BYTES));
        }
        if (end > 0) {
            Buffer whole = begun.appendBuffer(chunk, 0, end);
            begun = Buffer.buffer();
            events.accept(whole);
        }
        begun.appendBuffer(chunk, end, chunk.length() - end);
    }

    /** 0 if none ends in the chunk. */
    private int endOfLastEvent(Buffer chunk) {
        int end = 0;
        for (int at = 0; at < chunk.length(); at++) {
            byte next = chunk.getByte(at);
            if (next == '\n') {
                end = isLineEmpty ? at + 1 : end;
                isLineEmpty = true;
            } else if (next != '\r') {
                isLineEmpty = false;
            }
        }
        return end;
    }
}

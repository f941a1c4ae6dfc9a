package avatar.web.gateway;

import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/** Cuts a stream where the stream of another instance may continue. For one stream. */
interface Splitter {

    /**
     * Takes the next bytes, cut anywhere.
     *
     * @param units receives each unit that is complete now
     * @throws MalformedStream if the bytes are not of such a stream
     */
    void push(Buffer chunk, Consumer<Buffer> units);
}

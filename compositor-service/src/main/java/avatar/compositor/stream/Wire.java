package avatar.compositor.stream;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Future;
import java.util.concurrent.Executor;

/** The connection to a viewer. All but {@link #thread} and {@link #hangUp} is called on its own thread. */
interface Wire {

    /** Whether so much is written and not yet sent that another part has to wait. */
    boolean isFull();

    /**
     * Completes when the part has left, or can't.
     *
     * @param part released when it has left
     */
    Future<Void> write(ByteBuf part);

    /** Calls {@code task} on the connection's thread whenever it is no longer full. */
    void onDrain(Runnable task);

    /** Where its tasks run; the same for every connection that this thread serves. */
    Executor thread();

    /** Ends the stream with its last chunk. */
    void end();

    void hangUp();
}

package avatar.compositor.stream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** The connection to a viewer. All but {@link #execute} and {@link #hangUp} is called on its own thread. */
interface Wire {

    /** Whether more is written than was sent, so that another part had better wait. */
    boolean isFull();

    /** Completes when the part has left. */
    Future<Void> write(Buffer part);

    /** Calls {@code task} on the connection's thread whenever it is no longer full. */
    void onDrain(Runnable task);

    void execute(Runnable task);

    void hangUp();
}

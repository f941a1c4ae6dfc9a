package avatar.compositor.stream;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** A viewer's connection: a response that never ends by itself. */
final class HttpWire implements Wire {

    private final HttpServerResponse response;
    private final Context context;
    private final HttpConnection connection;

    HttpWire(RoutingContext request, int writeQueueBytes) {
        this.response = request.response();
        this.context = request.vertx().getOrCreateContext();
        this.connection = request.request().connection();
        response.setWriteQueueMaxSize(writeQueueBytes);
    }

    @Override
    public boolean isFull() {
        return response.writeQueueFull();
    }

    @Override
    public Future<Void> write(Buffer part) {
        return response.write(part);
    }

    @Override
    public void onDrain(Runnable task) {
        response.drainHandler(_ -> task.run());
    }

    @Override
    public void execute(Runnable task) {
        context.runOnContext(_ -> task.run());
    }

    /** Closes the socket itself: the connection's own close would first wait for a stuck viewer to take what is written. */
    @Override
    public void hangUp() {
        if (connection instanceof ConnectionBase base) {
            var _ = base.channelHandlerContext().close();
        } else {
            connection.close();
        }
    }
}

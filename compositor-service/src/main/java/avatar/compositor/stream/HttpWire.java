package avatar.compositor.stream;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Future;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Executor;

/** A viewer's connection: a response that never ends by itself. */
final class HttpWire implements Wire {

    private final HttpServerResponse response;
    private final Executor thread;
    private final HttpConnection connection;

    HttpWire(RoutingContext request, int writeQueueBytes) {
        this.response = request.response();
        this.thread = ((ContextInternal) request.vertx().getOrCreateContext()).nettyEventLoop();
        this.connection = request.request().connection();
        response.setWriteQueueMaxSize(writeQueueBytes);
    }

    @Override
    public boolean isFull() {
        return !isOver() && response.writeQueueFull();
    }

    /** Vert.x throws where a response that is over is asked anything. */
    private boolean isOver() {
        return response.ended() || response.closed();
    }

    /** Vert.x never releases a buffer that it did not allocate, so that is done here. */
    @Override
    public Future<Void> write(ByteBuf part) {
        if (isOver()) {
            part.release();
            return Future.failedFuture("The connection is gone");
        }
        return response.write(BufferImpl.buffer(part)).onComplete(_ -> part.release());
    }

    @Override
    public void onDrain(Runnable task) {
        response.drainHandler(_ -> task.run());
    }

    @Override
    public Executor thread() {
        return thread;
    }

    @Override
    public void end() {
        if (!isOver()) {
            var _ = response.end();
        }
    }

    /**
     * Closes the socket itself: the connection's own close would first wait for a stuck viewer to take what is written.
     */
    @Override
    public void hangUp() {
        if (connection instanceof ConnectionBase base) {
            var _ = base.channelHandlerContext().close();
        } else {
            connection.close();
        }
    }
}

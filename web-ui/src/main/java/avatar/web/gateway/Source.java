package avatar.web.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** An instance's stream that is read for a viewer. On the viewer's context. */
final class Source {

    /** Receives what the source sends. */
    interface Reader {

        void take(Source source, Buffer unit);

        /**
         * Takes the end of the stream.
         *
         * @param failure null if it has ended in order
         */
        void end(Source source, @Nullable Throwable failure);
    }

    private final Instance instance;
    private final HttpClientRequest request;
    private final ReadStream<Buffer> stream;
    private boolean isOver;

    Source(Instance instance, HttpClientRequest request, ReadStream<Buffer> stream) {
        this.instance = instance;
        this.request = request;
        this.stream = stream;
    }

    Instance instance() {
        return instance;
    }

    void read(Splitter splitter, Reader reader) {
        stream.exceptionHandler(failure -> end(reader, failure));
        stream.endHandler(ended -> end(reader, null));
        stream.handler(chunk -> {
            if (isOver) {
                return;
            }
            try {
                splitter.push(chunk, unit -> reader.take(this, unit));
            } catch (MalformedStream e) {
                request.reset();
                end(reader, e);
            }
        });
        stream.resume();
    }

    void pause() {
        stream.pause();
    }

    void resume() {
        if (!isOver) {
            stream.resume();
        }
    }

    /** Closes the connection; the reader hears nothing more. */
    void close() {
        isOver = true;
        // Vert.x logs a failure that nobody handles.
        stream.exceptionHandler(closed -> {});
        request.reset();
    }

    private void end(Reader reader, @Nullable Throwable failure) {
        if (!isOver) {
            isOver = true;
            reader.end(this, failure);
        }
    }
}

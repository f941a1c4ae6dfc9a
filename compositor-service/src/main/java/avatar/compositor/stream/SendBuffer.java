package avatar.compositor.stream;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps the operating system from hoarding frames for slow viewers.
 *
 * <p>Left to itself Linux buffers up to 4 MB a connection: seconds of video, all of it old by the time it is seen.
 */
@ApplicationScoped
class SendBuffer implements HttpServerOptionsCustomizer {

    private static final int BYTES = 256 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(BYTES).setTcpNoDelay(true);
    }
}

package avatar.web.gateway;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Settings of the gateway's connections to the services and to viewers. */
@Singleton
final class Connections implements HttpServerOptionsCustomizer {

    /** What Netty reads at once at most: a frame comes in one piece or two, not in many of 8 KB. */
    private static final int LARGEST_READ_BYTES = 64 << 10;

    private final GatewayConfig config;

    Connections(GatewayConfig config) {
        this.config = config;
    }

    /** One client with a pool for each service. It has no idle timeout: a stream may send nothing for long. */
    @Produces
    @Singleton
    HttpClient client(Vertx vertx) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setReceiveBufferSize(socketBufferBytes())
                        .setMaxChunkSize(LARGEST_READ_BYTES)
                        .setTcpKeepAlive(true),
                new PoolOptions().setHttp1MaxSize(config.maxConnections()));
    }

    /** Lets TCP detect viewers whose machine has vanished. */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(socketBufferBytes()).setTcpKeepAlive(true);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }

    private int socketBufferBytes() {
        return (int) config.socketBuffer().asLongValue();
    }
}

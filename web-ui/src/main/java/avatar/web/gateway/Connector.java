package avatar.web.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;

/** Connects to instances. */
@Singleton
final class Connector {

    private final GatewayConfig config;
    private final HttpClient client;

    Connector(GatewayConfig config, HttpClient client) {
        this.config = config;
        this.client = client;
    }

    /** The client, for the library that wants one of its own. */
    HttpClient client() {
        return client;
    }

    /** A request to an instance; fails with {@link NotConnected}. */
    Future<HttpClientRequest> connect(Instance instance) {
        return connect(instance.request(config.connectTimeout()));
    }

    /** A request that an instance has to answer within the timeout of connecting to it. */
    Future<HttpClientRequest> connectBriefly(Instance instance, String uri) {
        return connect(instance.request(config.connectTimeout())
                .setURI(uri)
                .setIdleTimeout(config.connectTimeout().toMillis()));
    }

    private Future<HttpClientRequest> connect(RequestOptions request) {
        return client.request(request).recover(failure -> Future.failedFuture(new NotConnected(failure)));
    }
}

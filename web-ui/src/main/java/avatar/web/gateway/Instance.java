package avatar.web.gateway;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A process of a service.
 *
 * @param name that it has announced on Kafka, new at every start; null for an address of the configuration
 */
record Instance(
        Upstream service,
        String host,
        int port,
        boolean isSecure,
        @Nullable String name) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static Instance of(Upstream service, URI url, @Nullable String name) {
        boolean isSecure = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : isSecure ? HTTPS : HTTP;
        return new Instance(service, url.getHost(), port, isSecure, name);
    }

    /** As it is at the beginning of its URLs. */
    String origin() {
        return "%s://%s:%d".formatted(isSecure ? "https" : "http", host, port);
    }

    /** The same process at its management port. */
    Instance management(int offset) {
        return new Instance(service, host, port + offset, false, name);
    }

    boolean isAnnounced() {
        return name != null;
    }

    /** Whether it is the other one: by its name or, where the configuration has only its address, by that. */
    boolean isAt(Instance other) {
        return equals(other) || (name == null && service == other.service && origin().equals(other.origin()));
    }

    /** A request with its address and connect timeout. */
    RequestOptions request(Duration connectTimeout) {
        return new RequestOptions()
                .setHost(host)
                .setPort(port)
                .setSsl(isSecure)
                .setConnectTimeout(connectTimeout.toMillis());
    }
}

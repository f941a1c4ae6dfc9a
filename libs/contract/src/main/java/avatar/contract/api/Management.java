package avatar.contract.api;

import java.net.URI;

/** Where a service reports its health and its metrics: on a port of its own, which nobody from outside reaches. */
public final class Management {

    /** The distance of that port from the service's own, everywhere. */
    public static final int PORT_OFFSET = 1_000;

    public static final String READINESS = "/q/health/ready";
    public static final String METRICS = "/q/metrics";

    private Management() {}

    /** The address for one of these paths, of a service at an address with a port. */
    public static URI of(URI service, String path) {
        return URI.create("http://%s:%d%s".formatted(service.getHost(), service.getPort() + PORT_OFFSET, path));
    }
}

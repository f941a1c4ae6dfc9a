package avatar.launcher.up;

import java.nio.file.Path;
import java.util.Map;

/**
 * The certificate with which the page is served. Changed files are used within a minute.
 *
 * @param certificate PEM, with the chain up to the authority
 * @param key its private key, PEM
 * @param redirectPort from whose plain HTTP browsers are sent to the page; 0: there is none
 */
record Tls(Path certificate, Path key, int redirectPort) {

    private static final String NAME = "page";
    private static final String RELOAD_PERIOD = "1m";

    /** The settings of the service that listens on a port. */
    Map<String, Object> settings(int port) {
        String store = "quarkus.tls.%s.key-store.pem.%s.".formatted(NAME, NAME);
        return Map.of(
                "quarkus.http.tls-configuration-name",
                NAME,
                store + "cert",
                certificate,
                store + "key",
                key,
                "quarkus.tls.%s.reload-period".formatted(NAME),
                RELOAD_PERIOD,
                "quarkus.http.insecure-requests",
                redirectPort == 0 ? "disabled" : "redirect",
                "quarkus.http.ssl-port",
                port,
                "quarkus.http.port",
                redirectPort);
    }
}

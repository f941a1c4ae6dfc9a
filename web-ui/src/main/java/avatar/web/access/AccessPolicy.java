package avatar.web.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether callers have to be known here. */
@Singleton
final class AccessPolicy {

    private final AccessMode mode;
    private final String listenAddress;
    private final boolean isPublic;
    private final KeyDirectory keys;
    private final OidcCallers oidc;

    AccessPolicy(AccessConfig config, KeyDirectory keys, OidcCallers oidc) {
        this.mode = config.mode();
        this.listenAddress = config.listenAddress();
        this.isPublic = !isLoopback(listenAddress);
        this.keys = keys;
        this.oidc = oidc;
    }

    boolean isOn() {
        return switch (mode) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> isPublic || keys.isPresent() || oidc.isConfigured();
        };
    }

    /** Refuses to start where nobody could be let in, or everybody would be. */
    void check(@Observes StartupEvent start) {
        if (isOn() && !keys.hasKeys() && !oidc.isConfigured()) {
            throw new ConfigurationException(
                    ("Found no API key (%s) for web-ui at %s, expected one: './avatar keys create --name me --scope manage'"
                                    + " makes one; or set quarkus.oidc.auth-server-url, or let everybody in with"
                                    + " avatar.access.mode=off")
                            .formatted(keys.place(), listenAddress));
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

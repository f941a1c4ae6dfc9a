package avatar.compositor.ownership;

import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The name and the address of this process among the compositors. */
@Singleton
final class Instance {

    private static final int RANDOM_CHARACTERS = 8;

    private final String name;
    private final URI url;

    Instance(InstanceConfig config, @ConfigProperty(name = "quarkus.http.port") int port) {
        InetAddress self = self();
        this.name = self.getHostName() + "-" + UUID.randomUUID().toString().substring(0, RANDOM_CHARACTERS);
        this.url = config.url().orElseGet(() -> URI.create("http://%s:%d".formatted(literal(self), port)));
    }

    /** Unique, and new at every start. */
    String name() {
        return name;
    }

    /** Where the other services reach it. */
    URI url() {
        return url;
    }

    private static InetAddress self() {
        try {
            return InetAddress.getLocalHost();
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress();
        }
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text.replaceFirst("%.*", "") + "]" : text;
    }
}

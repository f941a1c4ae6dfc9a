package avatar.compositor.ownership;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** This compositor among others. */
@ConfigMapping(prefix = "avatar.instance")
public interface InstanceConfig {

    /**
     * Where web-ui reaches this compositor, {@code http://host:port}; without it, the machine's own IP address and the
     * port that it listens on: right in a container.
     */
    Optional<URI> url();
}

package avatar.tts.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** The address and timeouts of viseme-service. */
@ConfigMapping(prefix = "avatar.viseme")
public interface VisemeConfig {

    /** The address; the default is that on the same machine. */
    @WithDefault("http://localhost:8082")
    URI url();

    /** Timeout of one call; it is long, as an answer takes milliseconds. */
    @WithDefault("2s")
    Duration timeout();

    /**
     * How long calls are retried while the service does not answer: the time of its restart on a busy machine, and less
     * than the compositor waits for a segment.
     */
    @WithDefault("15s")
    Duration retryTimeout();
}

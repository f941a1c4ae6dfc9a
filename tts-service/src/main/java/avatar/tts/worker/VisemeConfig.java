package avatar.tts.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where viseme-service is, and how long it is waited for. */
@ConfigMapping(prefix = "avatar.viseme")
public interface VisemeConfig {

    /** Its address; the default is that of one machine. */
    @WithDefault("http://localhost:8082")
    URI url();

    /** How long one call may take; it answers within milliseconds, so this is long. */
    @WithDefault("2s")
    Duration timeout();

    /** How long it is tried again when it does not answer: as long as a restart of it takes. */
    @WithDefault("5s")
    Duration retryTimeout();
}

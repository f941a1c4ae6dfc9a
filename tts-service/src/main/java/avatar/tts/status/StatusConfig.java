package avatar.tts.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is remembered of utterances, and how their events are told. */
@ConfigMapping(prefix = "avatar.status")
public interface StatusConfig {

    /** Utterances that a replica remembers; at half a kilobyte each, a thousand cost nothing and span hours. */
    @WithDefault("1000")
    int utterances();

    /** Between two signs of life on an event stream; proxies give up on a silent connection after 30 to 60 s. */
    @WithDefault("15s")
    Duration heartbeat();

    /** Events that wait for a slow listener; then its connection is closed, and it may come back. */
    @WithDefault("256")
    int bufferedEvents();
}

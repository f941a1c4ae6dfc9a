package avatar.tts.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many utterances are remembered, and how their events are streamed. */
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

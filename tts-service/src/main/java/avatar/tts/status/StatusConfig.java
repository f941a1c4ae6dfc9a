package avatar.tts.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the status of utterances and of event streams. */
@ConfigMapping(prefix = "avatar.status")
public interface StatusConfig {

    /** Utterances that are over and a replica remembers, at half a kilobyte each: a thousand span hours. */
    @WithDefault("1000")
    int utterances();

    /** Time between two heartbeats on an event stream; proxies close a silent connection after 30 to 60 s. */
    @WithDefault("15s")
    Duration heartbeat();

    /** Unread events of a slow listener; beyond that its connection is closed, and it may reconnect. */
    @WithDefault("256")
    int bufferedEvents();
}

package avatar.compositor.channel;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The channels of this service. */
@ConfigMapping(prefix = "avatar.channel")
public interface ChannelConfig {

    /**
     * The id of the avatar of channel {@code main}; {@code default} is the one that setup-job makes when no id is
     * given.
     */
    @WithDefault("default")
    String avatar();

    /** How often loading a missing or broken bundle is retried. 3 s: soon after setup-job has made it. */
    @WithDefault("3s")
    Duration retryEvery();

    /** How long a channel keeps its avatar without viewers and speech. 1 min: longer than the reload of a page. */
    @WithDefault("1m")
    Duration idleAfter();

    /** Most channels. An idle one takes some KB; how many can be watched at once depends on the machine. */
    @WithDefault("1000")
    int maxChannels();

    /** Most memory for encoded mouths of an avatar: a mouth that was shown on a frame before is not encoded again. */
    @WithDefault("64M")
    MemorySize mouthCache();
}

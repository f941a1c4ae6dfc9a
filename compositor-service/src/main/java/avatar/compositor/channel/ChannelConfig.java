package avatar.compositor.channel;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the channels of this service show. */
@ConfigMapping(prefix = "avatar.channel")
public interface ChannelConfig {

    /** The id of the avatar, which is its folder's name; {@code default} is what setup-job makes when no id is given. */
    @WithDefault("default")
    String avatar();

    /** How often a bundle that is missing or broken is looked for again. 3 s: soon after setup-job has made it. */
    @WithDefault("3s")
    Duration retryEvery();

    /** How long a channel keeps its avatar without a viewer or a word. 1 min: a page that is loaded anew is no pause. */
    @WithDefault("1m")
    Duration idleAfter();

    /** Channels there may be. One that rests takes some KB; how many can be watched at once is a matter of the machine. */
    @WithDefault("1000")
    int maxChannels();

    /** Most memory for encoded mouths of an avatar: one that was seen on a frame before is not made again. */
    @WithDefault("64M")
    MemorySize mouthCache();
}

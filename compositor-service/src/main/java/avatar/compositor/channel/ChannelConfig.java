package avatar.compositor.channel;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the channel of this service shows. */
@ConfigMapping(prefix = "avatar.channel")
public interface ChannelConfig {

    /** The id of the avatar, which is its folder's name; {@code default} is what setup-job makes when no id is given. */
    @WithDefault("default")
    String avatar();

    /** How often a bundle that is missing or broken is looked for again. 3 s: soon after setup-job has made it. */
    @WithDefault("3s")
    Duration retryEvery();

    /** Most memory for encoded mouths of an avatar: one that was seen on a frame before is not made again. */
    @WithDefault("64M")
    MemorySize mouthCache();
}

package avatar.compositor.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The folder of the avatars, and how long they stay in memory. */
@ConfigMapping(prefix = "avatar.avatars")
public interface AvatarsConfig {

    /** The folder of the bundles, one folder each; the default is that of setup-job. */
    @WithDefault("data/avatars")
    Path folder();

    /**
     * How long an avatar that no channel uses stays loaded. 10 min: a viewer that returns after a break does not wait.
     */
    @WithDefault("10m")
    Duration keep();
}

package avatar.compositor.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where avatars lie, and how long they stay in memory. */
@ConfigMapping(prefix = "avatar.avatars")
public interface AvatarsConfig {

    /** The folder of the bundles, one folder each; by default where setup-job puts them when run from the same place. */
    @WithDefault("data/avatars")
    Path folder();

    /** How long an avatar that no channel uses stays loaded. 10 min: whoever comes back after a break waits for nothing. */
    @WithDefault("10m")
    Duration keep();
}

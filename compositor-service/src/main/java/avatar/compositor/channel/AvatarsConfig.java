package avatar.compositor.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where avatars lie. */
@ConfigMapping(prefix = "avatar.avatars")
public interface AvatarsConfig {

    /** The folder of the bundles, one folder each; by default where setup-job puts them when run from the same place. */
    @WithDefault("data/avatars")
    Path folder();
}

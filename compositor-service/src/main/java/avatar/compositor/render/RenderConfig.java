package avatar.compositor.render;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How mouths are put on frames. */
@ConfigMapping(prefix = "avatar.render")
public interface RenderConfig {

    /** How much of the base video's mouth a patch covers, 0..1. At 0.85 a little of the real skin still shows through. */
    @WithDefault("0.85")
    double strength();
}

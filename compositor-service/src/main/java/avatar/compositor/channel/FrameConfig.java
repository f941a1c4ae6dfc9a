package avatar.compositor.channel;

import avatar.pictures.jpeg.Chroma;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How mouths are put on frames, and frames encoded. */
@ConfigMapping(prefix = "avatar.render")
public interface FrameConfig {

    /** How much of the base video's mouth a patch covers, 0..1. Below 1 the shut lips shine through an open mouth. */
    @WithDefault("1.0")
    double strength();

    /** Quality of the JPEGs, 1..100. */
    @WithDefault("80")
    int quality();

    /** How finely the JPEGs keep colours: {@code half} (4:2:0) or {@code full} (4:4:4). */
    @WithDefault("half")
    Chroma chroma();
}

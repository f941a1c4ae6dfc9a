package avatar.viseme.timelines;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of the alignment of recordings. */
@ConfigMapping(prefix = "avatar.alignment")
public interface AlignmentConfig {

    /** Recordings processed at once: each takes a core, and up to 150 MB if it is of maximum length. */
    @WithDefault("2")
    int atOnce();

    /** How long a recording waits for its turn: the processing time of some minutes of speech. */
    @WithDefault("20s")
    Duration queueTimeout();
}

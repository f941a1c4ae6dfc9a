package avatar.viseme.timelines;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How recordings are aligned. */
@ConfigMapping(prefix = "avatar.alignment")
public interface AlignmentConfig {

    /** Recordings in work at once: each takes a core, and up to 150 MB if it is the longest. */
    @WithDefault("2")
    int atOnce();

    /** How long a recording waits for its turn: the work of some minutes of speech. */
    @WithDefault("20s")
    Duration queueTimeout();
}

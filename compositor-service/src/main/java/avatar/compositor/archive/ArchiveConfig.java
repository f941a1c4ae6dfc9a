package avatar.compositor.archive;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many utterances are kept after they were spoken. */
@ConfigMapping(prefix = "avatar.archive")
public interface ArchiveConfig {

    /** Utterances of all channels; the oldest are dropped first. */
    @WithDefault("200")
    int maxUtterances();

    /**
     * Most memory for all of them: half an hour of a local voice. An utterance that takes more by itself is not kept.
     */
    @WithDefault("64M")
    MemorySize maxMemory();
}

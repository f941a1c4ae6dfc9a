package avatar.tts.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much the workers take on. */
@ConfigMapping(prefix = "avatar.worker")
public interface WorkerConfig {

    /** Utterances that may wait for their turn on one channel: with more, who asked is gone before they are heard. */
    @WithDefault("100")
    int maxWaiting();
}

package avatar.tts.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of the workers. */
@ConfigMapping(prefix = "avatar.worker")
public interface WorkerConfig {

    /** Utterances queued on one channel: callers of more would have left before theirs is heard. */
    @WithDefault("100")
    int maxWaiting();
}

package avatar.tts.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far the workers are ahead of the channels. */
@ConfigMapping(prefix = "avatar.worker")
public interface WorkerConfig {

    /**
     * Speech of a channel that is made before it is heard. A minute is longer than this service takes to start, and takes
     * 2 MB of the compositor's memory.
     */
    @WithDefault("1m")
    Duration ahead();
}

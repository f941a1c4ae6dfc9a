package avatar.compositor.stream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of viewers. */
@ConfigMapping(prefix = "avatar.stream")
public interface StreamConfig {

    /** Viewers of one channel. 1000 at 25 frames of 50 KB a second are 10 Gbit/s: by then the line is full. */
    @WithDefault("1000")
    int maxViewers();

    /**
     * Sizes and qualities one channel is encoded in beside its own. Each costs some milliseconds a frame while watched.
     */
    @WithDefault("4")
    int maxVariants();

    /**
     * How long a viewer may take no bytes before it is disconnected. 10 s: longer than the usual gap of a mobile line.
     */
    @WithDefault("10s")
    Duration writeTimeout();

    /**
     * Bytes that may be written to a connection and not yet sent. 512 KB: a 300 KB frame fits, and audio beside it.
     */
    @WithDefault("512K")
    MemorySize writeQueue();

    /** Audio that may wait for a viewer before it is disconnected: none is left out. 4 MB are two minutes of speech. */
    @WithDefault("4M")
    MemorySize audioBacklog();
}

package avatar.compositor.renders;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** How renders are made, and how long they are kept. */
@ConfigMapping(prefix = "avatar.renders")
public interface RendersConfig {

    /** The folder of the renders; it is created with the first. */
    @WithDefault("data/renders")
    Path folder();

    /** Renders made at once. Each takes a core, as far as live channels leave it. */
    @WithDefault("1")
    int atOnce();

    /** Renders that may wait for their turn. */
    @WithDefault("20")
    int maxWaiting();

    /** Disk space for all finished renders; the oldest are deleted first. Ten minutes of 720p take some 150 MB. */
    @WithDefault("2G")
    MemorySize maxTotal();

    /** Free space that a render must leave on the disk when it is requested and when it begins. */
    @WithDefault("512M")
    MemorySize keepFree();

    /** How long a render is kept. */
    @WithDefault("24h")
    Duration maxAge();

    /** Address of tts-service, which speaks the texts. */
    @WithDefault("http://localhost:8081")
    URI ttsUrl();

    /** How long to wait for the next clause: three times as long as the slowest voice may take. */
    @WithDefault("60s")
    Duration clauseTimeout();
}

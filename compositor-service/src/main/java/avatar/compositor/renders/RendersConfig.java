package avatar.compositor.renders;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Which films are made, and how long they are kept. */
@ConfigMapping(prefix = "avatar.renders")
public interface RendersConfig {

    /** The folder of the films; it is made when it is needed. */
    @WithDefault("data/renders")
    Path folder();

    /** Films in work at once. Each takes a core as far as live channels leave it. */
    @WithDefault("1")
    int atOnce();

    /** Films that may wait for their turn: with more, nobody would wait for the last. */
    @WithDefault("20")
    int maxWaiting();

    /** Disk for all finished films; the oldest go first. Ten minutes of 720p take some 150 MB. */
    @WithDefault("2G")
    MemorySize maxTotal();

    /** How long a film is kept. */
    @WithDefault("24h")
    Duration maxAge();

    /** tts-service, which speaks the texts; the default is that of one machine. */
    @WithDefault("http://localhost:8081")
    URI ttsUrl();

    /** How long the next clause is waited for: three times as long as the slowest voice may take. */
    @WithDefault("60s")
    Duration clauseTimeout();
}

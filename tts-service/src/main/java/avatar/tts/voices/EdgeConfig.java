package avatar.tts.voices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Settings of Microsoft's read-aloud service: address and timeouts. */
@ConfigMapping(prefix = "avatar.tts.edge")
public interface EdgeConfig {

    /** {@code false} keeps all text on this machine: no connection to the service is opened then. */
    @WithDefault("true")
    boolean enabled();

    /** The service; {@code https} and {@code wss}, or {@code http} and {@code ws}, use the same port. */
    @WithDefault("https://speech.platform.bing.com/consumer/speech/synthesize/readaloud")
    URI url();

    /** From the first packet to the open WebSocket: a service that takes longer counts as unreachable. */
    @WithDefault("1500ms")
    Duration connectTimeout();

    /** Maximum time between two messages within a clause, after which another voice takes over. */
    @WithDefault("3s")
    Duration stallTimeout();

    /** Time between two attempts to reach an unreachable service; doubled every time, up to 5 minutes. */
    @WithDefault("30s")
    Duration retryAfter();

    /** Maximum age of the list of voices, which changes some times a year. */
    @WithDefault("24h")
    Duration voicesMaxAge();
}

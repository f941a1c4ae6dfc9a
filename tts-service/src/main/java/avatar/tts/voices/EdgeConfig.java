package avatar.tts.voices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Whether, where and how patiently Microsoft's read-aloud service is asked. */
@ConfigMapping(prefix = "avatar.tts.edge")
public interface EdgeConfig {

    /** {@code false} keeps all text on this machine: nothing of this package opens a connection then. */
    @WithDefault("true")
    boolean enabled();

    /** The service; {@code https} and {@code wss}, or {@code http} and {@code ws}, are the same port. */
    @WithDefault("https://speech.platform.bing.com/consumer/speech/synthesize/readaloud")
    URI url();

    /** From the first packet to the open WebSocket: who has not answered by then is not there. */
    @WithDefault("1500ms")
    Duration connectTimeout();

    /** Silence of the service in the middle of a clause after which another voice goes on. */
    @WithDefault("3s")
    Duration stallTimeout();

    /** Between two looks whether a service that could not be reached is back; doubled every time, up to 5 minutes. */
    @WithDefault("30s")
    Duration retryAfter();

    /** How old the list of voices may be: it changes some times a year. */
    @WithDefault("24h")
    Duration voicesMaxAge();
}

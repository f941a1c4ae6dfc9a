package avatar.speech.edge;

import java.net.URI;
import java.time.Duration;

/** Placeholder until the port lands. */
public record EdgeSettings(
        boolean enabled,
        URI url,
        Duration connectTimeout,
        Duration stallTimeout,
        Duration retryAfter,
        Duration voicesMaxAge) {

    public static final EdgeSettings DEFAULT = new EdgeSettings(
            true,
            URI.create("https://speech.platform.bing.com/consumer/speech/synthesize/readaloud"),
            Duration.ofMillis(1500),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofHours(24));
}

package avatar.speech.edge;

import java.net.URI;
import java.time.Duration;

/**
 * Settings of Microsoft's read-aloud service: address and timeouts.
 *
 * @param enabled {@code false} keeps all text on this machine: this package opens no connection then
 * @param url the service; {@code https} and {@code wss}, or {@code http} and {@code ws}, use the same port
 * @param connectTimeout from the first packet to the open WebSocket
 * @param stallTimeout maximum time between two messages within a clause, after which the clause fails
 * @param retryAfter time between two attempts to reach an unreachable service; doubled every time, up to 5 minutes
 * @param voicesMaxAge maximum age of the list of voices, which changes some times a year
 */
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
            Duration.ofMillis(1_500),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofHours(24));
}

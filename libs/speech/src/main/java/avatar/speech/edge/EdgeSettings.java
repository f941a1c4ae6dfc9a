package avatar.speech.edge;

import java.net.URI;
import java.time.Duration;

/**
 * Whether and where Microsoft's read-aloud service is called, and its timeouts.
 *
 * @param enabled {@code false} keeps all text on this machine: nothing of this package opens a connection then
 * @param url the service; {@code https} and {@code wss}, or {@code http} and {@code ws}, are the same port
 * @param connectTimeout from the first packet to the open WebSocket
 * @param stallTimeout silence of the service in the middle of a clause after which the clause fails
 * @param retryAfter between two attempts to reach a service that is away; doubled every time, up to 5 minutes
 * @param voicesMaxAge how old the list of voices may be: it changes some times a year
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

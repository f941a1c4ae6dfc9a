package avatar.speech.edge;

import java.net.URI;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The addresses of the service, with a valid token, and the headers of a browser. */
final class EdgeAddress {

    private static final String MAJOR = AccessToken.BROWSER.substring(0, AccessToken.BROWSER.indexOf('.'));

    private static final String USER_AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/%s.0.0.0 Safari/537.36 Edg/%s.0.0.0".formatted(MAJOR, MAJOR);

    private static final Set<String> SECURE = Set.of("https", "wss");
    private static final Set<String> PLAIN = Set.of("http", "ws");

    private final URI base;
    private final boolean isSecure;
    private final InstantSource serverClock;

    /**
     * Checks the URL of the service.
     *
     * @throws IllegalArgumentException if the URL is invalid
     */
    EdgeAddress(URI base, InstantSource serverClock) {
        String scheme = String.valueOf(base.getScheme());
        this.isSecure = SECURE.contains(scheme);
        if (base.getHost() == null || (!isSecure && !PLAIN.contains(scheme))) {
            throw new IllegalArgumentException("Invalid URL of the read-aloud service: found '%s', expected one as %s"
                    .formatted(base, EdgeSettings.DEFAULT.url()));
        }
        this.base = base;
        this.serverClock = serverClock;
    }

    String host() {
        return base.getHost();
    }

    /** The WebSocket for speech; valid for some minutes. */
    URI speech() {
        return uri("ws", "edge/v1?TrustedClientToken=%s&ConnectionId=%s".formatted(AccessToken.CLIENT, newId()));
    }

    /** The list of voices; valid for some minutes. */
    URI voices() {
        return uri("http", "voices/list?trustedclienttoken=%s".formatted(AccessToken.CLIENT));
    }

    /** The headers of a browser; the only identifier in them is random, and drawn for this request. */
    static Map<String, String> headers() {
        byte[] random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        return Map.of(
                "User-Agent", USER_AGENT,
                "Accept-Language", "en-US,en;q=0.9",
                "Pragma", "no-cache",
                "Cache-Control", "no-cache",
                "Origin", "chrome-extension://jdiccldimpdaibmpdkjnbmckianbfold",
                "Cookie", "muid=%s;".formatted(HexFormat.of().withUpperCase().formatHex(random)));
    }

    /** A random id of a connection or a request: 32 hexadecimal digits. */
    static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private URI uri(String scheme, String resource) {
        return URI.create("%s://%s%s%s/%s&Sec-MS-GEC=%s&Sec-MS-GEC-Version=%s"
                .formatted(
                        isSecure ? scheme + "s" : scheme,
                        base.getHost(),
                        base.getPort() > 0 ? ":" + base.getPort() : "",
                        base.getRawPath(),
                        resource,
                        AccessToken.at(serverClock.instant()),
                        AccessToken.VERSION));
    }
}

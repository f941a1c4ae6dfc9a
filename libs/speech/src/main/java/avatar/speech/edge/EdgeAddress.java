package avatar.speech.edge;

import java.net.URI;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Where the service is, and how one of its own clients comes along: with a fresh token, as a browser. */
final class EdgeAddress {

    private static final String MAJOR = AccessToken.BROWSER.substring(0, AccessToken.BROWSER.indexOf('.'));

    private static final String USER_AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Chrome/%s.0.0.0 Safari/537.36 Edg/%s.0.0.0".formatted(MAJOR, MAJOR);

    private final URI base;
    private final InstantSource serverClock;

    EdgeAddress(URI base, InstantSource serverClock) {
        this.base = base;
        this.serverClock = serverClock;
    }

    String host() {
        return base.getHost();
    }

    int port() {
        if (base.getPort() > 0) {
            return base.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    boolean isSecure() {
        return base.getScheme().equals("https") || base.getScheme().equals("wss");
    }

    /** The WebSocket on which clauses are spoken; valid for some minutes. */
    String speech() {
        return "%s/edge/v1?TrustedClientToken=%s&ConnectionId=%s&%s"
                .formatted(base.getPath(), AccessToken.CLIENT, newId(), token());
    }

    /** The list of voices; valid for some minutes. */
    String voices() {
        return "%s/voices/list?trustedclienttoken=%s&%s".formatted(base.getPath(), AccessToken.CLIENT, token());
    }

    /** What a browser says of itself; of the person in front of it there is only a number drawn for this request. */
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

    /** Names a connection, or a request: 32 hexadecimal digits. */
    static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private String token() {
        return "Sec-MS-GEC=%s&Sec-MS-GEC-Version=%s"
                .formatted(AccessToken.at(serverClock.instant()), AccessToken.VERSION);
    }
}

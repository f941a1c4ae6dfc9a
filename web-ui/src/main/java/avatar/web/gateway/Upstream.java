package avatar.web.gateway;

import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** A service behind the gateway. */
enum Upstream {
    TTS("tts-service", "avatar.gateway.tts-url"),
    VISEME("viseme-service", "avatar.gateway.viseme-url"),
    COMPOSITOR("compositor-service", "avatar.gateway.compositor-url");

    private final String serviceName;
    private final String key;

    Upstream(String serviceName, String key) {
        this.serviceName = serviceName;
        this.key = key;
    }

    /** The name in messages and logs. */
    String serviceName() {
        return serviceName;
    }

    URI url(GatewayConfig config) {
        return switch (this) {
            case TTS -> config.ttsUrl();
            case VISEME -> config.visemeUrl();
            case COMPOSITOR -> config.compositorUrl();
        };
    }

    /** A request with its address and connect timeout. */
    RequestOptions request(GatewayConfig config) {
        URI url = url(config);
        boolean secure = "https".equals(url.getScheme());
        String path = url.getRawPath();
        if (!(secure || "http".equals(url.getScheme()))
                || url.getHost() == null
                || !(path.isEmpty() || "/".equals(path))) {
            throw new IllegalArgumentException("Invalid %s: found '%s', expected http://host:port".formatted(key, url));
        }
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        return new RequestOptions()
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(secure)
                .setConnectTimeout(config.connectTimeout().toMillis());
    }
}

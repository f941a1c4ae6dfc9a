package avatar.web.gateway;

import java.net.URI;
import java.util.List;

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

    /**
     * The instances of the configuration.
     *
     * @throws IllegalArgumentException for an address that is none of a service
     */
    List<Instance> configured(GatewayConfig config) {
        return urls(config).stream()
                .map(url -> Instance.of(this, requireAddress(url), null))
                .toList();
    }

    private List<URI> urls(GatewayConfig config) {
        return switch (this) {
            case TTS -> config.ttsUrl();
            case VISEME -> config.visemeUrl();
            case COMPOSITOR -> config.compositorUrl();
        };
    }

    private URI requireAddress(URI url) {
        boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        String path = url.getRawPath();
        if (!isHttp || url.getHost() == null || !(path.isEmpty() || "/".equals(path))) {
            throw new IllegalArgumentException("Invalid %s: found '%s', expected http://host:port".formatted(key, url));
        }
        return url;
    }
}

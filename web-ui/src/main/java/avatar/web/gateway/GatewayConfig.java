package avatar.web.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Addresses of the services behind the gateway, and limits of what it forwards to them. */
@ConfigMapping(prefix = "avatar.gateway")
interface GatewayConfig {

    /** Of every tts-service; its own port on this machine, as the launcher starts it. */
    @WithDefault("http://localhost:8081")
    List<URI> ttsUrl();

    /** Of every viseme-service; its own port on this machine, as the launcher starts it. */
    @WithDefault("http://localhost:8082")
    List<URI> visemeUrl();

    /** Of the compositors until they have announced themselves; its own port on this machine, as the launcher starts it. */
    @WithDefault("http://localhost:8083")
    List<URI> compositorUrl();

    /** The distance of a service's management port, where its readiness is, from its own. */
    @WithDefault("1000")
    int managementOffset();

    /** Timeout of connecting to a service; one on the same network answers in milliseconds or is down. */
    @WithDefault("2s")
    Duration connectTimeout();

    /**
     * Timeout from the complete request to the beginning of the answer; longer than Kafka's own retries in tts-
     * service.
     */
    @WithDefault("15s")
    Duration answerTimeout();

    /** How long a request waits for the next compositor of its channel, while that moves or its compositor is dead. */
    @WithDefault("3s")
    Duration ownerTimeout();

    /** How long a stream whose service is gone waits for another instance to continue it. */
    @WithDefault("30s")
    Duration streamTimeout();

    /** Connections to each service at once. Every viewer holds one or two for as long as the page is open. */
    @WithDefault("2000")
    int maxConnections();

    /** The largest body of a request; 10,000 characters of text in JSON, every one escaped, are 120 KB. */
    @WithDefault("256K")
    MemorySize maxBody();

    /** The largest form with a recording: the 8 MB that tts-service takes, and its text. */
    @WithDefault("9M")
    MemorySize maxUpload();

    /** The largest form that creates an avatar: a few minutes of video from a phone, 500 MB, and its settings. */
    @WithDefault("501M")
    MemorySize maxVideo();

    /**
     * The operating system's buffer of a connection to a service, and of one to a viewer. Unlimited it grows to
     * megabytes, which are seconds of old frames for a slow viewer; this is 20 ms of the stream on a fast network.
     */
    @WithDefault("256K")
    MemorySize socketBuffer();
}

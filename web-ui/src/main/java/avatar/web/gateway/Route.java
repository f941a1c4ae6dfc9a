package avatar.web.gateway;

import static avatar.web.gateway.Upstream.COMPOSITOR;
import static avatar.web.gateway.Upstream.TTS;
import static avatar.web.gateway.Upstream.VISEME;

import java.util.List;

/**
 * A row of the gateway's table: the service that answers a path.
 *
 * @param path as Vert.x Web writes it
 * @param hasTimeout whether the answer must begin within {@code avatar.gateway.answer-timeout}
 * @param upload the kind of upload a form on this path is
 */
record Route(String path, Upstream upstream, boolean hasTimeout, Upload upload) {

    /** Every path that is not the gateway's own; the first match wins. */
    static final List<Route> TABLE = List.of(
            // Server-sent events have no timeout: the first one may come after hours.
            new Route("/api/v1/channels/:channel/events", TTS, false, Upload.RECORDING),
            new Route("/api/v1/setups/:setup/events", COMPOSITOR, false, Upload.RECORDING),
            new Route("/api/v1/channels/:channel/speech", TTS),
            new Route("/api/v1/channels", COMPOSITOR),
            new Route("/api/v1/channels/:channel", COMPOSITOR),
            new Route("/api/v1/utterances/:utterance/timeline", COMPOSITOR),
            new Route("/api/v1/utterances/:utterance/audio.wav", COMPOSITOR),
            new Route("/api/v1/utterances/*", TTS),
            new Route("/api/v1/renders/*", COMPOSITOR),
            new Route("/api/v1/avatars/*", COMPOSITOR, true, Upload.VIDEO),
            new Route("/api/v1/setups/*", COMPOSITOR),
            new Route("/api/v1/voices", TTS),
            new Route("/api/v1/visemes/*", VISEME),
            new Route("/api/v1/timelines", VISEME),
            new Route("/stream/*", COMPOSITOR),
            new Route("/av/*", COMPOSITOR),
            new Route("/snapshot/*", COMPOSITOR),
            new Route("/state", COMPOSITOR));

    Route(String path, Upstream upstream) {
        this(path, upstream, true, Upload.RECORDING);
    }
}

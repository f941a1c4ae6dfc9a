package avatar.web.gateway;

import static avatar.web.gateway.Upstream.COMPOSITOR;
import static avatar.web.gateway.Upstream.TTS;
import static avatar.web.gateway.Upstream.VISEME;

import java.util.List;

/**
 * A row of the gateway's table: the service that answers a path.
 *
 * @param path as Vert.x Web writes it
 * @param patient whether the answer may begin as late as it likes
 * @param upload what a form may bring
 */
record Route(String path, Upstream upstream, boolean patient, Upload upload) {

    /** Every path that is not the gateway's own; the first that matches counts. */
    static final List<Route> TABLE = List.of(
            // Server-sent events may send no byte before the first event, and that may come tomorrow.
            new Route("/api/v1/channels/:channel/events", TTS, true, Upload.RECORDING),
            new Route("/api/v1/setups/:setup/events", COMPOSITOR, true, Upload.RECORDING),
            new Route("/api/v1/channels/:channel/speech", TTS),
            new Route("/api/v1/channels", COMPOSITOR),
            new Route("/api/v1/channels/:channel", COMPOSITOR),
            new Route("/api/v1/utterances/:utterance/timeline", COMPOSITOR),
            new Route("/api/v1/utterances/:utterance/audio.wav", COMPOSITOR),
            new Route("/api/v1/utterances/*", TTS),
            new Route("/api/v1/renders/*", COMPOSITOR),
            new Route("/api/v1/avatars/*", COMPOSITOR, false, Upload.VIDEO),
            new Route("/api/v1/setups/*", COMPOSITOR),
            new Route("/api/v1/voices", TTS),
            new Route("/api/v1/visemes/*", VISEME),
            new Route("/api/v1/timelines", VISEME),
            new Route("/stream/*", COMPOSITOR),
            new Route("/av/*", COMPOSITOR),
            new Route("/snapshot/*", COMPOSITOR),
            new Route("/state", COMPOSITOR));

    Route(String path, Upstream upstream) {
        this(path, upstream, false, Upload.RECORDING);
    }
}

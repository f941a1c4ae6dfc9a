package avatar.web.gateway;

import static avatar.web.gateway.AnswerKind.EVENTS;
import static avatar.web.gateway.AnswerKind.EVENTS_WITH_END;
import static avatar.web.gateway.AnswerKind.PICTURES;
import static avatar.web.gateway.AnswerKind.PICTURES_AND_SOUND;
import static avatar.web.gateway.AnswerKind.PLAIN;
import static avatar.web.gateway.Target.ANY_COMPOSITOR;
import static avatar.web.gateway.Target.EVERY_COMPOSITOR;
import static avatar.web.gateway.Target.LOOKUP;
import static avatar.web.gateway.Target.OWNER;
import static avatar.web.gateway.Target.OWNER_BY_BODY;
import static avatar.web.gateway.Target.TTS;
import static avatar.web.gateway.Target.VISEME;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the gateway's table: who answers a path, and how.
 *
 * @param method null for all
 * @param path as Vert.x Web writes it
 * @param upload the kind of upload a form on this path is
 */
record Route(@Nullable HttpMethod method, String path, Target target, AnswerKind answer, Upload upload) {

    /** Every path that is not the gateway's own; the first match wins. */
    static final List<Route> TABLE = List.of(
            new Route("/api/v1/channels/:channel/events", TTS, EVENTS),
            new Route("/api/v1/setups/:setup/events", ANY_COMPOSITOR, EVENTS_WITH_END),
            new Route("/api/v1/channels/:channel/speech", TTS, PLAIN),
            new Route(HttpMethod.GET, "/api/v1/channels", EVERY_COMPOSITOR),
            new Route(HttpMethod.POST, "/api/v1/channels", OWNER_BY_BODY),
            new Route("/api/v1/channels", ANY_COMPOSITOR, PLAIN),
            new Route("/api/v1/channels/:channel", OWNER, PLAIN),
            new Route("/api/v1/utterances/:utterance/timeline", LOOKUP, PLAIN),
            new Route("/api/v1/utterances/:utterance/audio.wav", LOOKUP, PLAIN),
            new Route("/api/v1/utterances/*", TTS, PLAIN),
            new Route(HttpMethod.GET, "/api/v1/renders", EVERY_COMPOSITOR),
            // Of an utterance only the compositor that has spoken it can make one.
            new Route("/api/v1/renders/*", LOOKUP, PLAIN),
            new Route(null, "/api/v1/avatars/*", ANY_COMPOSITOR, PLAIN, Upload.VIDEO),
            new Route("/api/v1/setups/*", ANY_COMPOSITOR, PLAIN),
            new Route("/api/v1/voices", TTS, PLAIN),
            new Route("/api/v1/visemes/*", VISEME, PLAIN),
            new Route("/api/v1/timelines", VISEME, PLAIN),
            new Route("/stream/*", OWNER, PICTURES),
            new Route("/av/*", OWNER, PICTURES_AND_SOUND),
            new Route("/snapshot/*", OWNER, PLAIN),
            new Route(HttpMethod.GET, "/state", EVERY_COMPOSITOR),
            new Route("/state", ANY_COMPOSITOR, PLAIN));

    private Route(HttpMethod method, String path, Target target) {
        this(method, path, target, PLAIN, Upload.RECORDING);
    }

    private Route(String path, Target target, AnswerKind answer) {
        this(null, path, target, answer, Upload.RECORDING);
    }
}

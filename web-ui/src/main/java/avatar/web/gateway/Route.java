package avatar.web.gateway;

import static avatar.access.Scope.MANAGE;
import static avatar.access.Scope.SPEAK;
import static avatar.access.Scope.WATCH;
import static avatar.web.access.Subject.CHANNEL_IN_BODY;
import static avatar.web.access.Subject.CHANNEL_IN_PATH;
import static avatar.web.access.Subject.EVERYTHING;
import static avatar.web.access.Subject.LISTED_CHANNELS;
import static avatar.web.access.Subject.NOTHING;
import static avatar.web.access.Subject.UTTERANCE_IN_BODY;
import static avatar.web.access.Subject.UTTERANCE_IN_PATH;
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

import avatar.web.access.Rule;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the gateway's table: who answers a path, how, and what a caller needs for it.
 *
 * @param method null for all
 * @param path as Vert.x Web writes it
 * @param rule what a caller needs
 * @param upload the kind of upload a form on this path is
 * @param charge what a POST costs of its key's quotas
 */
record Route(
        @Nullable HttpMethod method,
        String path,
        Target target,
        AnswerKind answer,
        Rule rule,
        Upload upload,
        Charge charge) {

    /** Every path that is not the gateway's own; the first match wins. */
    static final List<Route> TABLE = List.of(
            of("/api/v1/channels/:channel/events", TTS, EVENTS, Rule.of(WATCH, CHANNEL_IN_PATH)),
            of("/api/v1/setups/:setup/events", ANY_COMPOSITOR, EVENTS_WITH_END, Rule.of(WATCH, NOTHING)),
            of("/api/v1/channels/:channel/speech", TTS, PLAIN, Rule.of(SPEAK, CHANNEL_IN_PATH))
                    .charging(Charge.SPEECH),
            of("/api/v1/channels", EVERY_COMPOSITOR, PLAIN, Rule.of(WATCH, LISTED_CHANNELS))
                    .with(HttpMethod.GET),
            of("/api/v1/channels", OWNER_BY_BODY, PLAIN, Rule.of(MANAGE, CHANNEL_IN_BODY))
                    .with(HttpMethod.POST)
                    .charging(Charge.CHANNEL),
            of("/api/v1/channels", ANY_COMPOSITOR, PLAIN, Rule.of(MANAGE, EVERYTHING)),
            of(
                    "/api/v1/channels/:channel",
                    OWNER,
                    PLAIN,
                    Rule.of(WATCH, CHANNEL_IN_PATH).writing(MANAGE, CHANNEL_IN_PATH)),
            of("/api/v1/utterances/:utterance/timeline", LOOKUP, PLAIN, Rule.of(WATCH, UTTERANCE_IN_PATH)),
            of("/api/v1/utterances/:utterance/audio.wav", LOOKUP, PLAIN, Rule.of(WATCH, UTTERANCE_IN_PATH)),
            of("/api/v1/utterances/*", TTS, PLAIN, Rule.of(WATCH, UTTERANCE_IN_PATH)),
            of("/api/v1/renders", EVERY_COMPOSITOR, PLAIN, Rule.of(WATCH, EVERYTHING))
                    .with(HttpMethod.GET),
            // Of an utterance only the compositor that has spoken it can make one. Who knows a render's id may have it.
            of("/api/v1/renders/*", LOOKUP, PLAIN, Rule.of(WATCH, NOTHING).writing(SPEAK, UTTERANCE_IN_BODY))
                    .charging(Charge.RENDER),
            of(
                            "/api/v1/avatars/*",
                            ANY_COMPOSITOR,
                            PLAIN,
                            Rule.of(WATCH, NOTHING).writing(MANAGE, EVERYTHING))
                    .taking(Upload.VIDEO)
                    .charging(Charge.UPLOAD),
            of(
                    "/api/v1/setups/*",
                    ANY_COMPOSITOR,
                    PLAIN,
                    Rule.of(WATCH, NOTHING).writing(MANAGE, EVERYTHING)),
            of("/api/v1/voices", TTS, PLAIN, Rule.of(WATCH, NOTHING)),
            of("/api/v1/visemes/*", VISEME, PLAIN, Rule.of(WATCH, NOTHING)),
            of("/api/v1/timelines", VISEME, PLAIN, Rule.of(SPEAK, NOTHING)),
            of("/stream/*", OWNER, PICTURES, Rule.of(WATCH, CHANNEL_IN_PATH)),
            of("/av/*", OWNER, PICTURES_AND_SOUND, Rule.of(WATCH, CHANNEL_IN_PATH)),
            of("/snapshot/*", OWNER, PLAIN, Rule.of(WATCH, CHANNEL_IN_PATH)),
            of("/state", EVERY_COMPOSITOR, PLAIN, Rule.of(WATCH, LISTED_CHANNELS))
                    .with(HttpMethod.GET),
            of("/state", ANY_COMPOSITOR, PLAIN, Rule.of(MANAGE, EVERYTHING)));

    private static Route of(String path, Target target, AnswerKind answer, Rule rule) {
        return new Route(null, path, target, answer, rule, Upload.RECORDING, Charge.NOTHING);
    }

    private Route with(HttpMethod only) {
        return new Route(only, path, target, answer, rule, upload, charge);
    }

    private Route taking(Upload other) {
        return new Route(method, path, target, answer, rule, other, charge);
    }

    private Route charging(Charge other) {
        return new Route(method, path, target, answer, rule, upload, other);
    }
}

package avatar.web.fake;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The utterances that a compositor keeps and the renders it makes: each takes as long as the test lets it. The file of
 * a text is a tone that a browser can play.
 */
public final class FakeRenders {

    private static final String[] VISEMES = {"M", "Aa", "Eh", "W", "S"};
    private static final String[] PHONEMES = {"M", "AA", "EH", "W", "S"};
    private static final double CUE_SECONDS = 0.1;
    private static final int STEP_PERCENT = 25;
    private static final int SAMPLE_SECONDS = 2;

    private final Map<String, Said> said = new LinkedHashMap<>();
    private final Map<String, JsonObject> renders = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> orders = new ConcurrentHashMap<>();
    private final List<JsonObject> asked = new ArrayList<>();
    private volatile boolean held;

    /** An utterance, of which the first seconds are there. */
    private record Said(JsonObject speech, String voice, double seconds, Buffer pcm) {}

    FakeRenders(Router router) {
        router.get("/api/v1/utterances/:id/timeline").handler(this::answerTimeline);
        router.get("/api/v1/utterances/:id/audio.wav").handler(this::answerSound);
        router.post("/api/v1/renders").handler(BodyHandler.create(false)).handler(this::begin);
        router.get("/api/v1/renders/:file").handler(this::answerRender);
        router.delete("/api/v1/renders/:file").handler(this::cancel);
    }

    /** Keeps renders half made from now on. */
    public void hold() {
        held = true;
    }

    /** Keeps nothing of what was said until now, as after a restart. */
    public void forget(Vertx vertx) {
        vertx.runOnContext(now -> said.clear());
    }

    /** The orders of renders. */
    public synchronized List<JsonObject> asked() {
        return List.copyOf(asked);
    }

    /** The state of a render; null for an unknown one. */
    public @Nullable String stateOf(String id) {
        JsonObject render = renders.get(id);
        return render == null ? null : render.getString("state");
    }

    void said(String id, JsonObject speech, String voice, byte[] pcm, int rate) {
        Said before = said.get(id);
        Buffer all = before == null ? Buffer.buffer() : before.pcm();
        all.appendBytes(pcm);
        said.put(id, new Said(speech, voice, all.length() / 2.0 / rate, all));
    }

    private void answerTimeline(RoutingContext call) {
        String id = Answers.param(call, "id");
        Said utterance = said.get(id);
        if (utterance == null) {
            Answers.problem(call, 404, "NOT_FOUND", "No utterance '%s' is kept".formatted(id));
            return;
        }
        String text = utterance.speech().getString("text");
        Answers.json(
                call,
                200,
                new JsonObject()
                        .put("utteranceId", id)
                        .put("channel", "main")
                        .put("avatar", "default")
                        .put("voice", utterance.voice())
                        .put("text", text)
                        .put("complete", utterance.seconds() > FakeAvatar.SPEECH_SECONDS - 0.01)
                        .put("duration", utterance.seconds())
                        .put("sampleRateHz", FakeAvatar.RATE)
                        .put("words", words(text.split(" "), utterance.seconds()))
                        .put("phonemes", spans("symbol", PHONEMES, utterance.seconds()))
                        .put("cues", spans("viseme", VISEMES, utterance.seconds())));
    }

    private static JsonArray words(String[] words, double seconds) {
        double each = FakeAvatar.SPEECH_SECONDS / words.length;
        JsonArray timed = new JsonArray();
        for (int i = 0; i < words.length && i * each < seconds; i++) {
            timed.add(span("text", words[i], i * each, (i + 1) * each));
        }
        return timed;
    }

    private static JsonArray spans(String name, String[] values, double seconds) {
        JsonArray spans = new JsonArray();
        for (int i = 0; (i + 0.5) * CUE_SECONDS < seconds; i++) {
            spans.add(span(name, values[i % values.length], i * CUE_SECONDS, (i + 1) * CUE_SECONDS));
        }
        return spans;
    }

    private static JsonObject span(String name, String value, double start, double end) {
        return new JsonObject().put(name, value).put("start", start).put("end", end);
    }

    private void answerSound(RoutingContext call) {
        Said utterance = said.get(Answers.param(call, "id"));
        if (utterance == null) {
            Answers.problem(call, 404, "NOT_FOUND", "No utterance '%s' is kept".formatted(Answers.param(call, "id")));
            return;
        }
        call.response().putHeader("content-type", "audio/wav").end(Answers.wav(utterance.pcm(), FakeAvatar.RATE));
    }

    private void begin(RoutingContext call) {
        JsonObject order = Answers.body(call);
        synchronized (this) {
            asked.add(order);
        }
        String utterance = order.getString("utterance");
        if (utterance != null && !said.containsKey(utterance)) {
            Answers.problem(call, 404, "NOT_FOUND", "No utterance '%s' is kept".formatted(utterance));
            return;
        }
        String id = "render-" + (renders.size() + 1);
        JsonObject render = new JsonObject()
                .put("id", id)
                .put("state", "queued")
                .put("percent", 0)
                .put("secondsLeft", null)
                .put("detail", null)
                .put("format", "mp4")
                .put("url", null)
                .put("duration", null)
                .put("bytes", null);
        renders.put(id, render);
        orders.put(id, order);
        call.response().putHeader("location", "/api/v1/renders/" + id);
        Answers.json(call, 202, render);
    }

    /** A render advances by a quarter with every request. */
    private void answerRender(RoutingContext call) {
        String file = Answers.param(call, "file");
        if (file.endsWith(".mp4")) {
            JsonObject order = orders.get(file.replace(".mp4", ""));
            Buffer content = order != null && order.containsKey("text")
                    ? Answers.wav(Buffer.buffer(new byte[2 * SAMPLE_SECONDS * FakeAvatar.RATE]), FakeAvatar.RATE)
                    : Buffer.buffer("not really a video");
            call.response().putHeader("content-type", "video/mp4").end(content);
            return;
        }
        JsonObject render = renders.get(file);
        if (render == null) {
            Answers.problem(call, 404, "NOT_FOUND", "No render '%s'".formatted(file));
            return;
        }
        int percent = render.getInteger("percent") + (held && render.getInteger("percent") >= 50 ? 0 : STEP_PERCENT);
        if ("cancelled".equals(render.getString("state"))) {
            Answers.json(call, 200, render);
        } else if (percent < 100) {
            Answers.json(
                    call,
                    200,
                    render.put("state", "running").put("percent", percent).put("secondsLeft", 2.4));
        } else {
            Answers.json(
                    call,
                    200,
                    render.put("state", "done")
                            .put("percent", 100)
                            .put("secondsLeft", null)
                            .put("url", "/api/v1/renders/%s.mp4".formatted(file))
                            .put("duration", FakeAvatar.SPEECH_SECONDS)
                            .put("bytes", 1_234_567));
        }
    }

    private void cancel(RoutingContext call) {
        JsonObject render = renders.get(Answers.param(call, "file"));
        if (render != null) {
            render.put("state", "cancelled");
        }
        call.response().setStatusCode(render == null ? 404 : 204).end();
    }
}

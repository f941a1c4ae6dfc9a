package avatar.web.fake;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The speech API: one utterance at a time, its events, a queue. Text "fail" can't be spoken, and text with "offline"
 * in it is spoken by another voice than the requested one.
 */
final class FakeSpeech {

    /** The event's detail where {@link #LOCAL_VOICE} replaces the requested voice. */
    static final String REPLACEMENT =
            "flite-slt speaks in place of en-US-JennyNeural: the voice service can't be reached";

    static final String LOCAL_VOICE = "flite-slt";

    private static final int SYNTHESIS_MS = 150;

    /** An accepted speech. */
    record Utterance(String id, JsonObject speech, String voice) {}

    private final Vertx vertx;
    private final Runnable onBegin;
    private final List<HttpServerResponse> listeners = new CopyOnWriteArrayList<>();
    private final List<JsonObject> speeches = new CopyOnWriteArrayList<>();
    private final Deque<Utterance> queue = new ArrayDeque<>();
    private @Nullable Utterance current;
    private int utterances;

    /** @param onBegin runs when an utterance begins to be spoken */
    FakeSpeech(Vertx vertx, Runnable onBegin) {
        this.vertx = vertx;
        this.onBegin = onBegin;
    }

    /** The utterance that is spoken now. */
    @Nullable
    Utterance current() {
        return current;
    }

    int listeners() {
        return listeners.size();
    }

    /** The bodies of all requests for speech. */
    List<JsonObject> speeches() {
        return speeches;
    }

    void answer(HttpServerRequest request) {
        if (request.uri().endsWith("/voices")) {
            request.response()
                    .putHeader("content-type", "application/json")
                    .end(FakeVoices.all().encode());
        } else if (request.uri().endsWith("/events")) {
            listen(request);
        } else if (request.method().equals(HttpMethod.GET)) {
            request.response()
                    .putHeader("content-type", "application/json")
                    .end(new JsonObject().put("channel", "main").encode());
        } else if (request.method().equals(HttpMethod.DELETE)) {
            queue.forEach(waiting -> publish(waiting.id(), "stopped", null));
            queue.clear();
            end("stopped");
            request.response().setStatusCode(202).end();
        } else {
            request.bodyHandler(body -> speak(request, body.toJsonObject()));
        }
    }

    /** Ends the current utterance; one that waits begins. */
    void end(String state) {
        if (current != null) {
            publish(current.id(), state, null);
            current = null;
        }
        if (!state.equals("replaced") && !queue.isEmpty()) {
            begin(queue.remove());
        }
    }

    private void listen(HttpServerRequest request) {
        HttpServerResponse listener =
                request.response().setChunked(true).putHeader("content-type", "text/event-stream");
        listener.write(": hello\n\n");
        listeners.add(listener);
        listener.closeHandler(closed -> listeners.remove(listener));
    }

    private void speak(HttpServerRequest request, JsonObject speech) {
        String text = speech.getString("text");
        if (text.isBlank()) {
            request.response()
                    .setStatusCode(422)
                    .putHeader("content-type", "application/problem+json")
                    .end("""
                    {"type":"urn:avatar:problem:INVALID_TEXT","title":"The text can't be spoken","status":422,
                     "detail":"The text has nothing to say in it"}""");
            return;
        }
        speeches.add(speech);
        boolean isOffline = text.contains("offline");
        Utterance next = new Utterance(
                "utterance-" + ++utterances, speech, isOffline ? LOCAL_VOICE : speech.getString("voice", LOCAL_VOICE));
        request.response()
                .setStatusCode(202)
                .putHeader("content-type", "application/json")
                .end(new JsonObject().put("utteranceId", next.id()).encode());
        publish(next.id(), "accepted", null);
        publish(next.id(), "synthesizing", null);
        if (isOffline) {
            publish(next.id(), "synthesizing", REPLACEMENT);
        }
        vertx.setTimer(SYNTHESIS_MS, tick -> {
            if (text.equals("fail")) {
                publish(next.id(), "failed", "the voice 'slt' has no breath");
            } else if ("enqueue".equals(speech.getString("mode")) && current != null) {
                queue.add(next);
            } else {
                end("replaced");
                begin(next);
            }
        });
    }

    private void begin(Utterance next) {
        current = next;
        onBegin.run();
        publish(next.id(), "speaking", null);
    }

    private void publish(String id, String state, @Nullable String detail) {
        JsonObject event = new JsonObject()
                .put("schemaVersion", 1)
                .put("utteranceId", id)
                .put("channel", "main")
                .put("state", state)
                .put("detail", detail);
        listeners.forEach(listener -> listener.write("event: %s\ndata: %s\n\n".formatted(state, event.encode())));
    }
}

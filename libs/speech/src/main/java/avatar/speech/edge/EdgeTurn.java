package avatar.speech.edge;

import avatar.contract.json.Json;
import avatar.contract.viseme.Word;
import avatar.speech.edge.EdgeFailure.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The messages of one clause: {@code turn.start}, {@code response}, then {@code audio} and {@code audio.metadata} in
 * any order, and {@code turn.end}. Messages must come from one thread at a time; {@link #speech} and {@link #fail} are
 * thread-safe.
 */
final class EdgeTurn {

    /** Eleven minutes of 48 kbit/s; a clause takes some seconds. */
    private static final int MOST_BYTES = 4 << 20;

    private static final int MOST_WORDS = 10_000;

    /** The service's unit of time: ticks of 100 ns. */
    private static final long NANOS_PER_TICK = 100;

    private static final long LATEST_TICK = Duration.ofHours(1).toNanos() / NANOS_PER_TICK;

    private final String requestId;
    private final ByteArrayOutputStream audio = new ByteArrayOutputStream();
    private final List<Word> words = new ArrayList<>();
    private final CompletableFuture<EdgeSpeech> speech = new CompletableFuture<>();

    EdgeTurn(String requestId) {
        this.requestId = requestId;
    }

    /** Completes when the turn ends; fails with an {@link EdgeFailure}. */
    CompletableFuture<EdgeSpeech> speech() {
        return speech;
    }

    void onText(String text) {
        handle(() -> take(EdgeMessage.ofText(text)));
    }

    void onBinary(byte[] frame) {
        handle(() -> {
            EdgeMessage message = EdgeMessage.ofBinary(frame);
            if (!message.path().equals("audio")) {
                throw new EdgeFailure(
                        Kind.BROKEN, "Expected a frame of audio, found one of '%s'".formatted(message.path()));
            }
            take(message);
        });
    }

    void fail(EdgeFailure failure) {
        speech.completeExceptionally(failure);
    }

    private void handle(Runnable work) {
        try {
            work.run();
        } catch (EdgeFailure e) {
            fail(e);
        }
    }

    private void take(EdgeMessage message) {
        if (!message.requestId().isEmpty() && !message.requestId().equals(requestId)) {
            throw new EdgeFailure(Kind.BROKEN, "Expected an answer to this request, found one to another");
        }
        switch (message.path()) {
            case "audio" -> hear(message);
            case "audio.metadata" -> learnWords(message);
            case "turn.end" -> end();
            default -> {
                // turn.start, response, and messages that a newer service may add: ignored.
            }
        }
    }

    private void hear(EdgeMessage message) {
        // The last frame has no content type and no audio.
        String type = message.headers().get("content-type");
        boolean isExpected = type == null ? message.body().length == 0 : type.equals("audio/mpeg");
        if (!isExpected) {
            throw new EdgeFailure(Kind.BROKEN, "Expected audio/mpeg, found '%s'".formatted(type));
        }
        if (audio.size() + message.body().length > MOST_BYTES) {
            throw new EdgeFailure(
                    Kind.BROKEN, "Expected at most %d bytes of sound for a clause, found more".formatted(MOST_BYTES));
        }
        audio.writeBytes(message.body());
    }

    private void learnWords(EdgeMessage message) {
        for (JsonNode item : json(message).path("Metadata")) {
            JsonNode data = item.path("Data");
            if (item.path("Type").asText().equals("WordBoundary") && words.size() < MOST_WORDS) {
                Duration start = ticks(data.path("Offset"));
                String text = unescaped(data.path("text").path("Text").asText());
                words.add(new Word(text, start, start.plus(ticks(data.path("Duration")))));
            }
        }
    }

    private void end() {
        if (audio.size() == 0) {
            throw new EdgeFailure(Kind.NO_SOUND, "The service has no sound for this text");
        }
        speech.complete(new EdgeSpeech(audio.toByteArray(), words));
    }

    private static JsonNode json(EdgeMessage message) {
        try {
            return Json.mapper().readTree(message.body());
        } catch (IOException e) {
            throw new EdgeFailure(
                    Kind.BROKEN,
                    "Expected metadata as JSON, found %d bytes of something else".formatted(message.body().length),
                    e);
        }
    }

    private static Duration ticks(JsonNode number) {
        if (!number.isNumber() || number.asLong() < 0 || number.asLong() > LATEST_TICK) {
            throw new EdgeFailure(Kind.BROKEN, "Expected a time in ticks of 100 ns, found '%s'".formatted(number));
        }
        return Duration.ofNanos(number.asLong() * NANOS_PER_TICK);
    }

    /** Undoes XML escaping: the service reports words as they were in the SSML. */
    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}

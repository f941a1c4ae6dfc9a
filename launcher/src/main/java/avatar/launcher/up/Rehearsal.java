package avatar.launcher.up;

import avatar.contract.api.AcceptedUtterance;
import avatar.contract.api.UtteranceStatus;
import avatar.contract.json.Json;
import avatar.launcher.process.LaunchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What users do with a system, in short: the page, its lists, the streams, some sentences, a stop. */
final class Rehearsal {

    private static final List<String> PAGES = List.of(
            "/",
            "/state",
            "/api/v1/voices",
            "/api/v1/visemes",
            "/api/v1/avatars",
            "/api/v1/channels",
            "/api/v1/channels/main",
            "/api/v1/setups",
            "/snapshot/main.jpg");

    private static final List<String> STREAMS =
            List.of("/stream/main.mjpeg", "/av/main", "/api/v1/channels/main/events");

    private static final List<String> TEXTS = List.of(
            "Hello, I am live.",
            "Every answer starts with a question. Are you ready to begin?",
            "The train to the coast leaves soon, in about twenty-five minutes.",
            "Yesterday it rained; today, on the 3rd of May, it is sunny.");

    /** A local one: nothing of a training leaves the machine. */
    private static final String VOICE = "flite-slt";

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(100);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI url;

    Rehearsal(URI url) {
        this.url = url;
    }

    /**
     * Returns when all of it was done.
     *
     * @throws LaunchException if a call fails
     */
    void run() {
        PAGES.forEach(this::get);
        STREAMS.forEach(path -> Thread.startVirtualThread(() -> watch(path)));
        for (String text : TEXTS) {
            String id = speak(text);
            awaitEnd(id);
            get("/api/v1/utterances/%s/timeline".formatted(id));
            get("/api/v1/utterances/%s/audio.wav".formatted(id));
        }
        speak(TEXTS.getFirst());
        send(request("/api/v1/channels/main/speech").DELETE().build(), BodyHandlers.discarding());
    }

    private String speak(String text) {
        HttpRequest request = request("/api/v1/channels/main/speech")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.write(Map.of("text", text, "voice", VOICE))))
                .build();
        return Json.read(send(request, BodyHandlers.ofByteArray()).body(), AcceptedUtterance.class)
                .utteranceId();
    }

    private void awaitEnd(String utteranceId) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (!isEnded(utteranceId)) {
            if (System.nanoTime() - end > 0) {
                throw new LaunchException(
                        "Utterance %s did not end within %d s".formatted(utteranceId, TIMEOUT.toSeconds()));
            }
            pause();
        }
    }

    private boolean isEnded(String utteranceId) {
        HttpResponse<byte[]> answer = get("/api/v1/utterances/" + utteranceId);
        return Json.read(answer.body(), UtteranceStatus.class).state().isFinal();
    }

    private HttpResponse<byte[]> get(String path) {
        return send(request(path).build(), BodyHandlers.ofByteArray());
    }

    /** Reads a stream until the system ends. */
    private void watch(String path) {
        try (InputStream stream = send(HttpRequest.newBuilder(url.resolve(path)).build(), BodyHandlers.ofInputStream())
                .body()) {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | LaunchException e) {
            // The end of the system.
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(TIMEOUT);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            HttpResponse<T> response = client.send(request, handler);
            if (response.statusCode() >= 400) {
                throw new LaunchException(
                        "%s answered %d, expected success".formatted(request.uri(), response.statusCode()));
            }
            return response;
        } catch (IOException e) {
            throw new LaunchException("%s does not answer: %s".formatted(request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted", e);
        }
    }
}

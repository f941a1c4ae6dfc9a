package avatar.bench.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.bench.command.ApiKey;
import avatar.bench.command.BenchException;
import avatar.contract.api.AcceptedUtterance;
import avatar.contract.api.UtteranceStatus;
import avatar.contract.json.Json;
import avatar.contract.speech.SpeechState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The part of the system's HTTP API that a measurement needs. */
public final class SpeechApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI url;

    public SpeechApi(URI url) {
        this.url = url;
    }

    /**
     * Speaks a text on channel {@code main}; returns the utterance's id.
     *
     * @throws BenchException if it is not accepted
     */
    String speak(String text) {
        return speak("main", Map.of("text", text));
    }

    /**
     * Speaks on a channel; returns the utterance's id.
     *
     * @param order the body of the request
     * @throws BenchException if it is not accepted
     */
    public String speak(String channel, Map<String, Object> order) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        url.resolve("/api/v1/channels/%s/speech".formatted(channel)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.write(order)));
        return Json.read(send(request, 202).body(), AcceptedUtterance.class).utteranceId();
    }

    /** Creates a channel with an avatar, unless it exists. */
    public void open(String channel, String avatar) {
        send(
                HttpRequest.newBuilder(url.resolve("/api/v1/channels"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.write(Map.of("id", channel, "avatar", avatar)))),
                200,
                201);
    }

    /** Removes a channel. */
    public void close(String channel) {
        send(HttpRequest.newBuilder(url.resolve("/api/v1/channels/" + channel)).DELETE(), 204, 404);
    }

    /** Stops the speech of channel {@code main}. */
    void stop() {
        send(HttpRequest.newBuilder(url.resolve("/api/v1/channels/main/speech")).DELETE(), 202, 204);
    }

    /** The status of an utterance; empty while it is unknown. */
    public Optional<UtteranceStatus> find(String utteranceId) {
        HttpResponse<byte[]> response =
                send(HttpRequest.newBuilder(url.resolve("/api/v1/utterances/" + utteranceId)), 200, 404);
        return response.statusCode() == 404
                ? Optional.empty()
                : Optional.of(Json.read(response.body(), UtteranceStatus.class));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, int... expected) {
        HttpRequest complete = ApiKey.addTo(request).timeout(TIMEOUT).build();
        try {
            HttpResponse<byte[]> response = client.send(complete, BodyHandlers.ofByteArray());
            for (int status : expected) {
                if (response.statusCode() == status) {
                    return response;
                }
            }
            throw new BenchException("%s answers %d: %s"
                    .formatted(complete.uri(), response.statusCode(), new String(response.body(), UTF_8)));
        } catch (IOException e) {
            throw new BenchException(
                    "%s does not answer: %s; './avatar up' starts a system".formatted(complete.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }

    /** The time of an utterance from one state to another, if it was in both. */
    static Optional<Duration> between(UtteranceStatus utterance, SpeechState from, SpeechState to) {
        Instant start = utterance.times().get(from);
        Instant end = utterance.times().get(to);
        return start == null || end == null ? Optional.empty() : Optional.of(Duration.between(start, end));
    }
}

package avatar.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.contract.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** The speak API as a client uses it. */
final class Api {

    private final RunningSystem system;
    private final HttpClient http = HttpClient.newHttpClient();

    Api(RunningSystem system) {
        this.system = system;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(system.at(path)).GET());
    }

    HttpResponse<String> post(String path, String contentType, String body) {
        return send(HttpRequest.newBuilder(system.at(path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> speak(Map<String, ?> request) {
        return post(
                "/api/v1/channels/main/speech",
                "application/json",
                Json.mapper().valueToTree(request).toString());
    }

    /** Says a text; answers the id of the utterance. */
    String say(String text) {
        HttpResponse<String> response = speak(Map.of("text", text));
        if (response.statusCode() != 202) {
            throw new IllegalStateException("Not accepted: " + response.body());
        }
        return json(response).path("utteranceId").asText();
    }

    /** Has a recording said: a body of {@code multipart/form-data} whose parts are {@code text} and {@code audio}. */
    HttpResponse<String> speakRecorded(String text, byte[] audio) {
        String head = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n%s\r\n".formatted(text)
                + "--x\r\nContent-Disposition: form-data; name=\"audio\"; filename=\"a\"\r\n\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(UTF_8));
        body.writeBytes(audio);
        body.writeBytes("\r\n--x--\r\n".getBytes(UTF_8));
        return send(HttpRequest.newBuilder(system.at("/api/v1/channels/main/speech"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    void stop() {
        send(HttpRequest.newBuilder(system.at("/api/v1/channels/main/speech")).DELETE());
    }

    String stateOf(String utteranceId) {
        return json(get("/api/v1/utterances/" + utteranceId)).path("state").asText();
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package avatar.cli.api;

import avatar.cli.command.CliException;
import avatar.contract.api.AcceptedUtterance;
import avatar.contract.api.Management;
import avatar.contract.api.RenderStatus;
import avatar.contract.api.UtteranceStatus;
import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A client of a running system's API; every failure is a {@link CliException}. */
public final class AvatarApi {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final URI url;
    private final HttpCalls calls;

    public AvatarApi(URI url) {
        this.url = url;
        this.calls = new HttpCalls(url);
    }

    /** Whether a system answers at the address, be it ready or not. */
    public boolean answers() {
        try {
            HttpResponse<byte[]> answer = calls.send(calls.to("/api/v1/channels"), OK, UNAUTHORIZED, UNAVAILABLE);
            return answer.headers().firstValue("content-type").orElse("").startsWith("application/");
        } catch (CliException e) {
            return false;
        }
    }

    /** The readiness of a system on this machine; empty where nobody reports it, as on another machine. */
    public Optional<Health> health() {
        if (url.getPort() < 0) {
            return Optional.empty();
        }
        try {
            URI readiness = Management.of(url, Management.READINESS);
            return Optional.of(read(calls.send(calls.to(readiness.toString()), OK, UNAVAILABLE), Health.class));
        } catch (CliException e) {
            return Optional.empty();
        }
    }

    /** Fetches a list of JSON objects. */
    public <T> List<T> list(String path, TypeReference<List<T>> type) {
        HttpResponse<byte[]> answer = calls.send(calls.to(path), OK);
        try {
            return Json.mapper().readValue(answer.body(), type);
        } catch (IOException e) {
            throw unreadable(answer, e);
        }
    }

    /** Starts speech on a channel and returns the utterance's id. */
    public String speak(String channel, Map<String, Object> request) {
        return read(calls.send(post(speechPath(channel), request), ACCEPTED), AcceptedUtterance.class)
                .utteranceId();
    }

    /** Stops the speech of a channel. */
    public void stop(String channel) {
        calls.send(calls.to(speechPath(channel)).DELETE(), ACCEPTED, NO_CONTENT);
    }

    /** The status of an utterance; empty if the system has none. */
    public Optional<UtteranceStatus> utterance(String id) {
        HttpResponse<byte[]> answer = calls.send(calls.to("/api/v1/utterances/" + id), OK, NOT_FOUND);
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(read(answer, UtteranceStatus.class));
    }

    /** The events of a channel from now on. */
    public EventStream events(String channel) {
        return new EventStream(calls.open("/api/v1/channels/%s/events".formatted(channel)));
    }

    /** Starts a render. */
    public RenderStatus startRender(Map<String, Object> request) {
        return read(calls.send(post("/api/v1/renders", request), ACCEPTED), RenderStatus.class);
    }

    /** The status of a render. */
    public RenderStatus render(String id) {
        return read(calls.send(calls.to(renderPath(id)), OK), RenderStatus.class);
    }

    /** Cancels a render, or deletes a completed one. */
    public void deleteRender(String id) {
        calls.send(calls.to(renderPath(id)).DELETE(), NO_CONTENT, NOT_FOUND);
    }

    /** Opens the content at a path; the caller closes it. */
    public InputStream open(String path) {
        return calls.open(path);
    }

    private HttpRequest.Builder post(String path, Map<String, Object> body) {
        return calls.to(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.write(body)));
    }

    private static String speechPath(String channel) {
        return "/api/v1/channels/%s/speech".formatted(channel);
    }

    private static String renderPath(String id) {
        return "/api/v1/renders/" + id;
    }

    private static <T> T read(HttpResponse<byte[]> answer, Class<T> type) {
        try {
            return Json.read(answer.body(), type);
        } catch (AvatarException e) {
            throw unreadable(answer, e);
        }
    }

    private static CliException unreadable(HttpResponse<byte[]> answer, Exception why) {
        return new CliException(
                "Invalid answer of %s: %s; is it a Live Avatar of this version?"
                        .formatted(answer.uri(), why.getMessage()),
                why);
    }
}
